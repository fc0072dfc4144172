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

    private static final String GAP = "[ ,-]+";

    /** Where something stands between group and zone, the zone is as long as it is; where nothing does, it has three digits. */
    private static final String PLACE = "(?:" + GAP + "(?<group>[0-9A-Za-z]{1,2})(?:" + GAP
            + "(?<zone>[0-9A-Za-z]{1,4}))?(?![0-9A-Za-z])"
            + "| *(?<closeGroup>[0-9A-Za-z]{2}) *(?<closeZone>[0-9A-Za-z]{3})(?![0-9A-Za-z]{2})"
            + "| +(?<onlyZone>[0-9A-Za-z]{3,4})(?![0-9A-Za-z]))?";

    private static final Pattern SHAPE = Pattern.compile(
            ON_A_LINE + "(?<q>[0-9ERP]) ?(?<e>[0-9A-Fa-f]{3})" + PLACE + "[0-9A-Fa-f]?(?<rest>(?:[^0-9A-Za-z].*)?)",
            Pattern.DOTALL);

    /** Between two events: words can follow a bar too, but are not written so. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\|(?= *[136ERP] ?[0-9A-Fa-f]{3}[ ,-]*[0-9A-Fa-f]{2}[ ,-]*[0-9A-Fa-f]{3,4}(?![0-9A-Za-z]))");

    private static final Pattern TO_THE_LETTER =
            Pattern.compile("[136][0-9A-F]{3} [0-9A-F]{2} [0-9A-F]{3}(?![0-9A-Za-z]).*", Pattern.DOTALL);

    private static final char RESTORED = 'R';
    private static final char STILL_PRESENT = 'S';

    private ContactId() {}

    /** @return the event that matters most; empty when the data has not the shape of Contact ID */
    static Optional<Event> read(String data, EventCodes codes) {
        return Event.together(BETWEEN.splitAsStream(data)
                .map(part -> SHAPE.matcher(part.strip()))
                .filter(Matcher::matches)
                .map(shape -> event(shape, codes))
                .toList());
    }

    /** As {@link #read}, but only what is written with every blank and digit: the digits of other formats can look alike. */
    static Optional<Event> readToTheLetter(String data, EventCodes codes) {
        return TO_THE_LETTER.matcher(data).matches() ? read(data, codes) : Optional.empty();
    }

    private static Event event(Matcher shape, EventCodes codes) {
        String code = code(shape.group("e").toUpperCase(Locale.ROOT), codes);
        char qualifier = qualifier(shape.group("q").charAt(0));
        EventMeaning meaning = codes.meaning(CodeList.CONTACT_ID, code);
        String place = qualifier
                + code
                + told(" P", shape, "group", "closeGroup")
                + told(" Z", shape, "zone", "closeZone", "onlyZone");
        String words = shape.group("rest").replaceAll("[|^*]+", " ").strip();
        return new Event(kind(meaning.kind(), qualifier), meaning.about(), meaning.priority(), code, place, words);
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
