package se.fixpunkt.alarms.receiver.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;

/**
 * What the body says.
 *
 * @param about from the code, where it is one of the words that {@link AlarmKind} has
 * @param code the sender's own; empty when there is none
 * @param text the sender's own words; empty when there are none
 * @param position {@code latitude, longitude}, and how exact that is; empty when there is none
 * @param place the same
 * @param decoded every field, one a line
 */
record Message(
        SignalKind kind,
        AlarmKind about,
        String code,
        String text,
        Optional<Priority> priority,
        Optional<Instant> at,
        String position,
        Optional<Position> place,
        String decoded) {

    Priority urgency() {
        return priority.orElseGet(about::priority);
    }

    boolean isSupervision() {
        return kind == SignalKind.HEARTBEAT || kind == SignalKind.TEST;
    }

    /** The sender's own words first, where it has any. */
    String words() {
        return Stream.of(text.isBlank() ? code : text, position)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
