package se.fixpunkt.alarms.domain;

import java.time.Duration;

/**
 * What makes two messages the same message. Two signals with the same value, received closer together than the window,
 * are one signal sent twice: it gets the stored answer again and makes no second alarm.
 *
 * @param value printable ASCII, at most {@value #LONGEST} characters
 * @param window after this long a device is taken to have begun its references anew
 */
public record RepeatKey(String value, Duration window) {
    /** Leaves room in the column for the mark of a later round. */
    public static final int LONGEST = 140;

    public RepeatKey {
        if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new IllegalArgumentException("repeat key");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("repeat window");
        }
    }
}
