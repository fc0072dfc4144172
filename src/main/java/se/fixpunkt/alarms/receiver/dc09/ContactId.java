package se.fixpunkt.alarms.receiver.dc09;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.SignalKind;

/** The data of an {@code ADM-CID} frame: {@code QEEE GG ZZZ}, the event codes of Ademco Contact ID (SIA DC-05). */
final class ContactId {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<q>[0-9])(?<e>[0-9A-Fa-f]{3})(?:[ ]*(?<g>[0-9A-Za-z]{1,2}))?(?:[ ]+(?<z>[0-9A-Za-z]{1,4}))?[ ]*");

    private static final char RESTORED = '3';
    private static final char STILL_PRESENT = '6';

    /** Each meaning holds from its code up to the next. */
    private static final NavigableMap<Integer, Meaning> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry(0, Meaning.alarm(AlarmKind.OTHER)),
            Map.entry(100, Meaning.alarm(AlarmKind.MEDICAL)),
            Map.entry(101, Meaning.alarm(AlarmKind.PERSONAL)),
            Map.entry(102, Meaning.alarm(AlarmKind.INACTIVITY)),
            Map.entry(103, Meaning.alarm(AlarmKind.MEDICAL)),
            Map.entry(110, Meaning.alarm(AlarmKind.FIRE)),
            Map.entry(120, Meaning.alarm(AlarmKind.PANIC)),
            Map.entry(130, Meaning.alarm(AlarmKind.BURGLARY)),
            Map.entry(137, Meaning.alarm(AlarmKind.TAMPER)),
            Map.entry(138, Meaning.alarm(AlarmKind.BURGLARY)),
            Map.entry(140, Meaning.alarm(AlarmKind.OTHER)),
            Map.entry(143, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(144, Meaning.alarm(AlarmKind.TAMPER)),
            Map.entry(146, Meaning.alarm(AlarmKind.BURGLARY)),
            Map.entry(147, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(150, Meaning.alarm(AlarmKind.OTHER)),
            Map.entry(151, Meaning.alarm(AlarmKind.GAS)),
            Map.entry(152, Meaning.alarm(AlarmKind.TEMPERATURE)),
            Map.entry(154, Meaning.alarm(AlarmKind.WATER)),
            Map.entry(155, Meaning.alarm(AlarmKind.BURGLARY)),
            Map.entry(156, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(158, Meaning.alarm(AlarmKind.TEMPERATURE)),
            Map.entry(160, Meaning.alarm(AlarmKind.OTHER)),
            Map.entry(162, Meaning.alarm(AlarmKind.GAS)),
            Map.entry(163, Meaning.alarm(AlarmKind.OTHER)),
            Map.entry(200, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(301, Meaning.alarm(AlarmKind.POWER)),
            Map.entry(302, Meaning.alarm(AlarmKind.BATTERY)),
            Map.entry(303, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(305, Meaning.information(AlarmKind.FAULT)),
            Map.entry(307, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(309, Meaning.alarm(AlarmKind.BATTERY)),
            Map.entry(310, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(311, Meaning.alarm(AlarmKind.BATTERY)),
            Map.entry(312, Meaning.alarm(AlarmKind.POWER)),
            Map.entry(314, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(337, Meaning.alarm(AlarmKind.POWER)),
            Map.entry(338, Meaning.alarm(AlarmKind.BATTERY)),
            Map.entry(339, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(341, Meaning.alarm(AlarmKind.TAMPER)),
            Map.entry(342, Meaning.alarm(AlarmKind.POWER)),
            Map.entry(343, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(344, Meaning.alarm(AlarmKind.COMMUNICATION)),
            Map.entry(345, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(350, Meaning.alarm(AlarmKind.COMMUNICATION)),
            Map.entry(360, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(383, Meaning.alarm(AlarmKind.TAMPER)),
            Map.entry(384, Meaning.alarm(AlarmKind.BATTERY)),
            Map.entry(385, Meaning.alarm(AlarmKind.FAULT)),
            Map.entry(400, Meaning.information(AlarmKind.OPENING)),
            Map.entry(406, Meaning.restoral(AlarmKind.BURGLARY)),
            Map.entry(407, Meaning.information(AlarmKind.OPENING)),
            Map.entry(423, Meaning.alarm(AlarmKind.PANIC)),
            Map.entry(424, Meaning.information(AlarmKind.OPENING)),
            Map.entry(500, Meaning.information(AlarmKind.OTHER)),
            Map.entry(601, Meaning.test()),
            Map.entry(605, Meaning.information(AlarmKind.OTHER)),
            Map.entry(607, Meaning.test()),
            Map.entry(610, Meaning.information(AlarmKind.OTHER)),
            Map.entry(611, Meaning.test()),
            Map.entry(620, Meaning.information(AlarmKind.OTHER)),
            Map.entry(641, Meaning.alarm(AlarmKind.INACTIVITY)),
            Map.entry(642, Meaning.information(AlarmKind.OTHER)),
            Map.entry(654, Meaning.alarm(AlarmKind.INACTIVITY)),
            Map.entry(655, Meaning.information(AlarmKind.OTHER)),
            Map.entry(700, Meaning.alarm(AlarmKind.OTHER))));

    private ContactId() {}

    /** @return empty when the data has not the shape of Contact ID */
    static Optional<Event> read(String data) {
        Matcher shape = SHAPE.matcher(data.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        String code = shape.group("e").toUpperCase(Locale.ROOT);
        char qualifier = shape.group("q").charAt(0);
        Meaning meaning = meaning(code);
        String place = (qualifier == RESTORED ? "R" : qualifier == STILL_PRESENT ? "S" : "E")
                + code
                + (shape.group("g") == null ? "" : " P" + shape.group("g"))
                + (shape.group("z") == null ? "" : " Z" + shape.group("z"));
        return Optional.of(new Event(kind(meaning.kind(), qualifier), meaning.about(), code, place, ""));
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

    private static Meaning meaning(String code) {
        boolean decimal = code.chars().allMatch(Character::isDigit);
        return MEANINGS.floorEntry(decimal ? Integer.parseInt(code) : 0).getValue();
    }
}
