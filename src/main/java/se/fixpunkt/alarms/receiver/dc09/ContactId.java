package se.fixpunkt.alarms.receiver.dc09;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

/** The data of an {@code ADM-CID} frame: {@code QEEE GG ZZZ}, the event codes of Ademco Contact ID (SIA DC-05). */
final class ContactId {
    /** As on a telephone line: message type 18 or 98 in front, with or without the account, and a check digit behind. */
    private static final String ON_A_LINE = "(?:(?:[0-9A-Fa-f]{4} *)?(?:18|98) *"
            + "(?=[136] ?[0-9A-Fa-f]{3} *[0-9A-Fa-f]{2} *[0-9A-Fa-f]{3}(?: *[0-9A-Fa-f])?(?:[^0-9A-Za-z]|$)))?";

    private static final String PLACE = "(?: *(?<group>[0-9A-Za-z]{2}) *(?<zone>[0-9A-Za-z]{3})(?![0-9A-Za-z]{2})"
            + "| +(?<shortGroup>[0-9A-Za-z]{1,2})(?: +(?<shortZone>[0-9A-Za-z]{1,4}))?(?![0-9A-Za-z])"
            + "| +(?<onlyZone>[0-9A-Za-z]{3,4})(?![0-9A-Za-z]))?";

    private static final Pattern SHAPE = Pattern.compile(
            ON_A_LINE + "(?<q>[0-9ERP]) ?(?<e>[0-9A-Fa-f]{3})" + PLACE + "[0-9A-Fa-f]?(?<rest>(?:[^0-9A-Za-z].*)?)",
            Pattern.DOTALL);

    private static final char RESTORED = 'R';
    private static final char STILL_PRESENT = 'S';

    private ContactId() {}

    /** @return empty when the data has not the shape of Contact ID */
    static Optional<Event> read(String data, EventCodes codes) {
        Matcher shape = SHAPE.matcher(data.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String code = code(shape.group("e").toUpperCase(Locale.ROOT), codes);
        char qualifier = qualifier(shape.group("q").charAt(0));
        EventMeaning meaning = codes.meaning(CodeList.CONTACT_ID, code);
        String place = qualifier
                + code
                + told(" P", shape, "group", "shortGroup")
                + told(" Z", shape, "zone", "shortZone", "onlyZone");
        String words = shape.group("rest").replaceAll("[|^*]+", " ").strip();
        return Optional.of(
                new Event(kind(meaning.kind(), qualifier), meaning.about(), meaning.priority(), code, place, words));
    }

    /** SIA DC-05 sends the digit 0 as A, and some devices leave it so. */
    private static String code(String sent, EventCodes codes) {
        return codes.listed(CodeList.CONTACT_ID, sent).isPresent() ? sent : sent.replace('A', '0');
    }

    private static String told(String name, Matcher shape, String... groups) {
        return Arrays.stream(groups)
                .map(shape::group)
                .filter(Objects::nonNull)
                .findFirst()
                .map(value -> name + value)
                .orElse("");
    }

    /** E for an event, R restored, S still present; some devices send the letter of a printout instead of the digit. */
    private static char qualifier(char sent) {
        return switch (sent) {
            case '3', 'R' -> RESTORED;
            case '6', 'P' -> STILL_PRESENT;
            default -> 'E';
        };
    }

    /** Closing after opening, and a test that ends, are no restorals. */
    private static SignalKind kind(SignalKind kind, char qualifier) {
        if (kind != SignalKind.ALARM) {
            return kind;
        }
        return switch (qualifier) {
            case RESTORED -> SignalKind.RESTORAL;
            case STILL_PRESENT -> SignalKind.INFORMATION;
            default -> SignalKind.ALARM;
        };
    }
}
