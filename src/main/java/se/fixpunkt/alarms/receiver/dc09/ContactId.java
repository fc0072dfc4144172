package se.fixpunkt.alarms.receiver.dc09;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

/** The data of an {@code ADM-CID} frame: {@code QEEE GG ZZZ}, the event codes of Ademco Contact ID (SIA DC-05). */
final class ContactId {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<q>[0-9])(?<e>[0-9A-Fa-f]{3})(?:[ ]*(?<g>[0-9A-Za-z]{1,2}))?(?:[ ]+(?<z>[0-9A-Za-z]{1,4}))?[ ]*");

    private static final char RESTORED = '3';
    private static final char STILL_PRESENT = '6';

    private ContactId() {}

    /** @return empty when the data has not the shape of Contact ID */
    static Optional<Event> read(String data, EventCodes codes) {
        Matcher shape = SHAPE.matcher(data.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String code = shape.group("e").toUpperCase(Locale.ROOT);
        char qualifier = shape.group("q").charAt(0);
        EventMeaning meaning = codes.meaning(CodeList.CONTACT_ID, code);
        String place = (qualifier == RESTORED ? "R" : qualifier == STILL_PRESENT ? "S" : "E")
                + code
                + (shape.group("g") == null ? "" : " P" + shape.group("g"))
                + (shape.group("z") == null ? "" : " Z" + shape.group("z"));
        return Optional.of(
                new Event(kind(meaning.kind(), qualifier), meaning.about(), meaning.priority(), code, place, ""));
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
