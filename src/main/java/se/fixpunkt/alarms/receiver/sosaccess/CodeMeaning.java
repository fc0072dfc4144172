package se.fixpunkt.alarms.receiver.sosaccess;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

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
        EventMeaning meaning = Optional.of(code)
                .filter(written -> LETTERS.matcher(written).matches())
                .flatMap(written -> codes.listed(CodeList.SIA, written.substring(0, 2)))
                .orElse(new EventMeaning(SignalKind.ALARM, AlarmKind.OTHER));
        return restores && meaning.kind() == SignalKind.ALARM
                ? new EventMeaning(SignalKind.RESTORAL, meaning.about(), meaning.priority())
                : meaning;
    }
}
