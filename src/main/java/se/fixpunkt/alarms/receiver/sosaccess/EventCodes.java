package se.fixpunkt.alarms.receiver.sosaccess;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.SignalKind;

/**
 * What an event code stands for. The protocol leaves the codes to device and receiving centre; usual are the two letters of
 * SIA DC-03, also with digits after them. A code that is not listed is an alarm of an unknown kind, never nothing.
 */
final class EventCodes {
    private static final Map<String, AlarmKind> ABOUT = Map.ofEntries(
            entry("AT", AlarmKind.POWER),
            entry("BA", AlarmKind.BURGLARY),
            entry("BT", AlarmKind.FAULT),
            entry("CL", AlarmKind.OPENING),
            entry("EA", AlarmKind.BURGLARY),
            entry("FA", AlarmKind.FIRE),
            entry("FT", AlarmKind.FAULT),
            entry("GA", AlarmKind.GAS),
            entry("HA", AlarmKind.PANIC),
            entry("KA", AlarmKind.FIRE),
            entry("MA", AlarmKind.MEDICAL),
            entry("NA", AlarmKind.INACTIVITY),
            entry("OP", AlarmKind.OPENING),
            entry("PA", AlarmKind.PANIC),
            entry("QA", AlarmKind.PERSONAL),
            entry("RP", AlarmKind.TEST),
            entry("RX", AlarmKind.TEST),
            entry("SA", AlarmKind.FIRE),
            entry("TA", AlarmKind.TAMPER),
            entry("TX", AlarmKind.TEST),
            entry("UT", AlarmKind.FAULT),
            entry("WA", AlarmKind.WATER),
            entry("XT", AlarmKind.BATTERY),
            entry("YC", AlarmKind.COMMUNICATION),
            entry("YT", AlarmKind.BATTERY),
            entry("ZA", AlarmKind.TEMPERATURE));

    private static final Pattern LETTERS = Pattern.compile("[A-Z]{2}[0-9]*");

    private EventCodes() {}

    static AlarmKind about(String eventCode) {
        String code = eventCode.toUpperCase(Locale.ROOT);
        return LETTERS.matcher(code).matches()
                ? ABOUT.getOrDefault(code.substring(0, 2), AlarmKind.OTHER)
                : AlarmKind.OTHER;
    }

    /** @param restores whether the device says that what it told of is over */
    static SignalKind kind(String eventCode, boolean restores) {
        AlarmKind about = about(eventCode);
        if (about == AlarmKind.TEST) {
            return SignalKind.TEST;
        }
        if (about == AlarmKind.OPENING) {
            return SignalKind.INFORMATION;
        }
        return restores ? SignalKind.RESTORAL : SignalKind.ALARM;
    }
}
