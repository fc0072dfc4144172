package se.fixpunkt.alarms.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something alarms: the times of the last alarms, as many as the limit needs. */
public final class AlarmRate {
    /** How many alarms of one kind and priority a device may raise in a minute before they are counted instead of shown. */
    public static final int USUAL_LIMIT = 30;

    /** How many technical alarms of one kind and priority all devices of a site may raise in a minute before those are counted. */
    public static final int SITE_LIMIT = 10;

    /** What is too many is too many in this time. */
    public static final Duration SPAN = Duration.ofMinutes(1);

    private final Deque<Instant> latest = new ArrayDeque<>();

    /**
     * One more alarm.
     *
     * @param limit how many within a minute are no flood
     * @return whether it is more than that
     */
    public boolean exceeds(int limit, Instant at) {
        while (!latest.isEmpty() && !latest.getFirst().plus(SPAN).isAfter(at)) {
            latest.removeFirst();
        }
        latest.addLast(at);
        while (latest.size() > limit + 1) {
            latest.removeFirst();
        }
        return latest.size() > limit;
    }
}
