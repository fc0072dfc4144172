package se.fixpunkt.alarms.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One message from a device, understood, in words that hold for every protocol.
 *
 * @param reference the device's own number for the message
 * @param about what it concerns; for an alarm also its kind in the queue
 * @param code the protocol's own event code
 * @param text for the operator, from what the device told; one line, cut at 512 characters, may be empty
 * @param raisedAt the device's own time, where it told one
 * @param position where it happened, where the device told that
 * @param decoded every field that was understood, one {@code name: value} per line, for the technician
 */
public record Signal(
        String reference,
        RepeatKey repeat,
        SignalKind kind,
        AlarmKind about,
        Priority priority,
        String code,
        String text,
        Optional<Instant> raisedAt,
        Optional<Position> position,
        String decoded) {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST_TEXT = 512;

    public Signal {
        Objects.requireNonNull(reference);
        Objects.requireNonNull(repeat);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(about);
        Objects.requireNonNull(priority);
        Objects.requireNonNull(code);
        Objects.requireNonNull(raisedAt);
        Objects.requireNonNull(position);
        Objects.requireNonNull(decoded);
        String line = CONTROLS.matcher(text).replaceAll(" ").strip();
        text = line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT);
    }

    /** Of a device that does not tell where it is. */
    public Signal(
            String reference,
            RepeatKey repeat,
            SignalKind kind,
            AlarmKind about,
            Priority priority,
            String code,
            String text,
            Optional<Instant> raisedAt,
            String decoded) {
        this(reference, repeat, kind, about, priority, code, text, raisedAt, Optional.empty(), decoded);
    }
}
