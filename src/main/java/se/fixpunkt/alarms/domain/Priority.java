package se.fixpunkt.alarms.domain;

/** How urgent an alarm is: 1 is the most urgent, 9 the least. */
public record Priority(int value) implements Comparable<Priority> {
    public static final Priority LIFE = new Priority(1);
    public static final Priority URGENT = new Priority(2);
    public static final Priority PROPERTY = new Priority(3);
    public static final Priority TECHNICAL = new Priority(5);
    public static final Priority LOW = new Priority(7);

    public Priority {
        if (value < 1 || value > 9) {
            throw new IllegalArgumentException("priority " + value);
        }
    }

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(value, other.value);
    }
}
