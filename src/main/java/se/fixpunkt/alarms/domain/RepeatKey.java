package se.fixpunkt.alarms.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes two messages the same message. Two signals of a device with the same value, received closer together than the
 * window, are one signal sent twice: it gets the stored answer again and makes no second alarm.
 *
 * @param value printable ASCII, at most {@value #LONGEST} characters
 * @param window after this long a device is taken to have begun its references anew
 * @param undoneBy the value of what takes it back, as its restoral does an alarm: what has the same value after that has happened
 *     again. Empty in protocols whose references tell one message from the next
 */
public record RepeatKey(String value, Duration window, Optional<String> undoneBy) {
    /** Leaves room in the column for the mark of a later round. */
    public static final int LONGEST = 140;

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST + "}");

    public RepeatKey {
        if (!isPrintable(value) || !undoneBy.stream().allMatch(RepeatKey::isPrintable)) {
            throw new IllegalArgumentException("repeat key");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("repeat window");
        }
    }

    /** Of a message that nothing takes back. */
    public RepeatKey(String value, Duration window) {
        this(value, window, Optional.empty());
    }

    private static boolean isPrintable(String value) {
        return PRINTABLE.matcher(value).matches();
    }
}
