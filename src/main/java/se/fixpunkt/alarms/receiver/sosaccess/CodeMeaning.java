package se.fixpunkt.alarms.receiver.sosaccess;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.domain.UsualCodes;

/**
 * What an event code stands for. The protocol leaves the codes to device and receiving centre; usual are the two letters of
 * SIA DC-03, also with digits after them. A code that is not listed is an alarm of an unknown kind, never nothing.
 */
final class CodeMeaning {
    private static final Pattern LETTERS = Pattern.compile("[A-Z]{2}[0-9]*");

    private CodeMeaning() {}

    /** @param restores whether the device says that what it told of is over */
    static EventMeaning of(String eventCode, boolean restores, EventCodes codes) {
        String code = eventCode.toUpperCase(Locale.ROOT);
        EventMeaning meaning = letters(code)
                .flatMap(written -> codes.listed(CodeList.SIA, written))
                .orElse(new EventMeaning(SignalKind.ALARM, AlarmKind.OTHER));
        return restores && meaning.kind() == SignalKind.ALARM
                ? new EventMeaning(SignalKind.RESTORAL, meaning.about(), meaning.priority())
                : meaning;
    }

    /** What it is called, for a device that has no words of its own; may be empty. */
    static String name(String eventCode) {
        return letters(eventCode.toUpperCase(Locale.ROOT))
                .flatMap(code -> UsualCodes.name(CodeList.SIA, code))
                .orElse("");
    }

    private static Optional<String> letters(String code) {
        return Optional.of(code)
                .filter(written -> LETTERS.matcher(written).matches())
                .map(written -> written.substring(0, 2));
    }
}
