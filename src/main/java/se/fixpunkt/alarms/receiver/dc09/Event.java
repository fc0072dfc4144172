package se.fixpunkt.alarms.receiver.dc09;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    /** One frame is one alarm: the event of it that matters most, with the places of the other alarms and all words. */
    static Optional<Event> together(List<Event> events) {
        return events.stream()
                .reduce((found, event) -> event.outranks(found) ? event : found)
                .map(found -> found.with(places(found, events), words(events)));
    }

    private static String places(Event found, List<Event> events) {
        List<Event> others = new ArrayList<>(events);
        others.remove(found);
        return Stream.concat(Stream.of(found), others.stream().filter(event -> event.kind() == SignalKind.ALARM))
                .map(Event::place)
                .collect(Collectors.joining(" + "));
    }

    private static String words(List<Event> events) {
        return events.stream().map(Event::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

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
