package se.fixpunkt.cluster.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, beside the goals. A goal that was missed is said to be missed. */
final class FaultReport {
    private static final Duration NEXT_ALARM_USUALLY = Duration.ofSeconds(2);
    private static final Duration NEXT_ALARM_AT_WORST = Duration.ofSeconds(5);
    private static final Duration WRITE_STALL = Duration.ofMillis(2500);
    private static final Duration WHOLE_AGAIN = Duration.ofSeconds(60);
    private static final Duration PAGE = Duration.ofSeconds(5);

    private final List<String> lines = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /**
     * One fault's times, in nanoseconds; those of a fault that nobody should survive without a pause are told but have no goal.
     *
     * @param next for each device, until its next alarm was acknowledged
     * @param nextAction for each operator, until the next click worked in the same session
     * @param stall the longest time in which no node of the majority committed
     * @param whole from when it was mended until every node was ready and had every change
     */
    void fault(Fault fault, Map<String, Long> next, List<Long> nextAction, long stall, long whole) {
        List<Long> nextAlarm = next.values().stream().sorted().toList();
        lines.add(String.format(
                Locale.ROOT,
                "%-28s next alarm p50 %s worst %s (%s of %d devices); write stall %s; operators go on after %s; whole again after %s",
                fault.name(),
                millis(middle(nextAlarm)),
                millis(last(nextAlarm)),
                slowest(next),
                nextAlarm.size(),
                millis(stall),
                millis(last(nextAction)),
                millis(whole)));
        if (fault.death()) {
            compare(fault.name() + ": whole again", whole, WHOLE_AGAIN);
            compare(fault.name() + ": next alarm, usually", middle(nextAlarm), NEXT_ALARM_USUALLY);
            compare(fault.name() + ": next alarm, at worst", last(nextAlarm), NEXT_ALARM_AT_WORST);
            compare(fault.name() + ": write stall", stall, WRITE_STALL);
            compare(fault.name() + ": operators go on", last(nextAction), PAGE);
        }
    }

    void say(String line) {
        lines.add(line);
    }

    /** The goals of time that were missed. */
    List<String> missed() {
        return missed;
    }

    @Override
    public String toString() {
        String goals = missed.isEmpty() ? "All goals of time were met" : "MISSED: " + String.join("; ", missed);
        return String.join("\n", lines) + "\n" + goals;
    }

    private void compare(String what, long nanos, Duration goal) {
        if (nanos > goal.toNanos()) {
            missed.add(what + " " + millis(nanos) + ", goal " + goal.toMillis() + " ms");
        }
    }

    private static String slowest(Map<String, Long> next) {
        return next.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }

    private static long middle(List<Long> sorted) {
        return sorted.isEmpty() ? Long.MAX_VALUE : sorted.get(sorted.size() / 2);
    }

    private static long last(List<Long> sorted) {
        return sorted.isEmpty() ? Long.MAX_VALUE : sorted.get(sorted.size() - 1);
    }

    private static String millis(long nanos) {
        return nanos == Long.MAX_VALUE ? "never" : nanos / 1_000_000 + " ms";
    }
}
