package se.fixpunkt.alarms.receiver.dc09;

import static java.util.Map.entry;
import static se.fixpunkt.alarms.receiver.dc09.Meaning.alarm;
import static se.fixpunkt.alarms.receiver.dc09.Meaning.information;
import static se.fixpunkt.alarms.receiver.dc09.Meaning.restoral;
import static se.fixpunkt.alarms.receiver.dc09.Meaning.test;

import java.util.Map;
import se.fixpunkt.alarms.domain.AlarmKind;

/**
 * The two-letter event codes of SIA DC-03. Most are a family and what happened to it ({@code FA} fire alarm, {@code FR} fire
 * restoral); the rest stand in a table.
 */
final class SiaCodes {
    private static final Map<Character, AlarmKind> FAMILIES = Map.ofEntries(
            entry('B', AlarmKind.BURGLARY),
            entry('F', AlarmKind.FIRE),
            entry('G', AlarmKind.GAS),
            entry('H', AlarmKind.PANIC),
            entry('K', AlarmKind.FIRE),
            entry('M', AlarmKind.MEDICAL),
            entry('P', AlarmKind.PANIC),
            entry('Q', AlarmKind.PERSONAL),
            entry('S', AlarmKind.FIRE),
            entry('T', AlarmKind.TAMPER),
            entry('U', AlarmKind.OTHER),
            entry('W', AlarmKind.WATER),
            entry('Z', AlarmKind.TEMPERATURE));

    private static final Map<String, Meaning> OTHERS = Map.ofEntries(
            entry("AN", restoral(AlarmKind.FAULT)),
            entry("AR", restoral(AlarmKind.POWER)),
            entry("AT", alarm(AlarmKind.POWER)),
            entry("DD", information(AlarmKind.OPENING)),
            entry("DF", alarm(AlarmKind.BURGLARY)),
            entry("DH", restoral(AlarmKind.DOOR)),
            entry("DN", alarm(AlarmKind.DOOR)),
            entry("DR", restoral(AlarmKind.DOOR)),
            entry("DT", alarm(AlarmKind.FAULT)),
            entry("EA", alarm(AlarmKind.BURGLARY)),
            entry("EE", alarm(AlarmKind.BURGLARY)),
            entry("EM", alarm(AlarmKind.COMMUNICATION)),
            entry("EN", restoral(AlarmKind.COMMUNICATION)),
            entry("ER", restoral(AlarmKind.FAULT)),
            entry("ES", alarm(AlarmKind.TAMPER)),
            entry("ET", alarm(AlarmKind.FAULT)),
            entry("FI", test()),
            entry("FK", test()),
            entry("FS", alarm(AlarmKind.FAULT)),
            entry("GS", alarm(AlarmKind.FAULT)),
            entry("HS", alarm(AlarmKind.FAULT)),
            entry("IA", alarm(AlarmKind.FAULT)),
            entry("IR", restoral(AlarmKind.FAULT)),
            entry("JA", alarm(AlarmKind.PANIC)),
            entry("LR", restoral(AlarmKind.COMMUNICATION)),
            entry("LT", alarm(AlarmKind.COMMUNICATION)),
            entry("NA", alarm(AlarmKind.INACTIVITY)),
            entry("NR", restoral(AlarmKind.COMMUNICATION)),
            entry("NS", restoral(AlarmKind.INACTIVITY)),
            entry("NT", alarm(AlarmKind.COMMUNICATION)),
            entry("RP", test()),
            entry("RR", restoral(AlarmKind.POWER)),
            entry("RT", alarm(AlarmKind.FAULT)),
            entry("RX", test()),
            entry("RY", test()),
            entry("TC", test()),
            entry("TE", test()),
            entry("TS", test()),
            entry("TT", alarm(AlarmKind.TAMPER)),
            entry("XH", restoral(AlarmKind.COMMUNICATION)),
            entry("XQ", alarm(AlarmKind.COMMUNICATION)),
            entry("XR", restoral(AlarmKind.BATTERY)),
            entry("XT", alarm(AlarmKind.BATTERY)),
            entry("YA", alarm(AlarmKind.FAULT)),
            entry("YC", alarm(AlarmKind.COMMUNICATION)),
            entry("YH", restoral(AlarmKind.FAULT)),
            entry("YI", alarm(AlarmKind.POWER)),
            entry("YJ", restoral(AlarmKind.POWER)),
            entry("YK", restoral(AlarmKind.COMMUNICATION)),
            entry("YM", alarm(AlarmKind.BATTERY)),
            entry("YP", alarm(AlarmKind.POWER)),
            entry("YQ", restoral(AlarmKind.POWER)),
            entry("YR", restoral(AlarmKind.BATTERY)),
            entry("YS", alarm(AlarmKind.COMMUNICATION)),
            entry("YT", alarm(AlarmKind.BATTERY)),
            entry("YW", information(AlarmKind.FAULT)),
            entry("YX", alarm(AlarmKind.FAULT)),
            entry("YZ", restoral(AlarmKind.FAULT)));

    /** Openings, closings, programming, access: told, not alarmed. */
    private static final String INFORMING = "ACDJLNORVXY";

    private SiaCodes() {}

    static Meaning meaning(String code) {
        Meaning listed = OTHERS.get(code);
        if (listed != null) {
            return listed;
        }
        char first = code.charAt(0);
        AlarmKind family = FAMILIES.get(first);
        if (family != null) {
            return inFamily(family, code.charAt(1));
        }
        if (INFORMING.indexOf(first) >= 0) {
            return information(first == 'C' || first == 'O' ? AlarmKind.OPENING : AlarmKind.OTHER);
        }
        return alarm(AlarmKind.OTHER);
    }

    private static Meaning inFamily(AlarmKind family, char second) {
        return switch (second) {
            case 'R', 'H', 'C' -> restoral(family);
            case 'J' -> restoral(AlarmKind.FAULT);
            case 'T', 'S', 'Y', 'Z', 'D', 'G', 'L', 'M' -> alarm(AlarmKind.FAULT);
            case 'X' -> test();
            case 'B', 'U', 'E', 'I', 'K', 'O', 'P', 'W' -> information(family);
            default -> alarm(family);
        };
    }
}
