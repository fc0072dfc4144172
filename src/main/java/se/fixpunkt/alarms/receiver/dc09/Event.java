package se.fixpunkt.alarms.receiver.dc09;

import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.domain.UsualCodes;

/**
 * What a frame's data says happened.
 *
 * @param code the protocol's code: {@code QA}, {@code 101}
 * @param place the code with area and zone, short enough for the queue: {@code QA0001 ri1}, {@code E101 P00 Z001}
 * @param text the device's own words; empty when it had none
 */
record Event(SignalKind kind, AlarmKind about, Priority priority, String code, String place, String text) {
    Event with(String where, String words) {
        return new Event(kind, about, priority, code, where, words);
    }

    /** What the code is called, for a device that has no words of its own; may be empty. */
    String name() {
        boolean digits = !code.isEmpty() && Character.isDigit(code.charAt(0));
        return UsualCodes.name(digits ? CodeList.CONTACT_ID : CodeList.SIA, code)
                .orElse("");
    }

    /** Alarms before the rest, the urgent before the less urgent. */
    boolean outranks(Event other) {
        if (kind != other.kind) {
            return kind.compareTo(other.kind) < 0;
        }
        return priority.compareTo(other.priority) < 0;
    }
}
