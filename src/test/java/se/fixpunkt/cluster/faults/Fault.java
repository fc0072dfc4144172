package se.fixpunkt.cluster.faults;

import java.time.Duration;
import java.util.List;

/**
 * One thing that happens to the cluster.
 *
 * @param name what happens, in a few words
 * @param inflict {@code ops/cluster} calls that bring it about
 * @param lasts how long it is left so
 * @param mend {@code ops/cluster} calls that end it
 * @param death whether a group or a part of it is gone meanwhile, so that the goals for a death hold
 */
record Fault(String name, List<List<String>> inflict, Duration lasts, List<List<String>> mend, boolean death) {
    private static final Duration SHORT = Duration.ofSeconds(12);
    private static final Duration LONG = Duration.ofSeconds(25);
    private static final List<List<String>> HEAL = List.of(List.of("heal"));

    /** The form that every build runs. */
    static List<Fault> few() {
        return List.of(kill("db-b"), freeze("app-b", SHORT), cut(SHORT, "cut", "b"));
    }

    /** All of them. */
    static List<Fault> all() {
        return List.of(
                kill("app-b"),
                kill("db-b"),
                kill("app-b", "db-b"),
                kill("lb"),
                freeze("app-b", LONG),
                freeze("db-b", LONG),
                freeze("b", LONG),
                new Fault("freeze lb", List.of(List.of("freeze", "lb")), SHORT, List.of(List.of("thaw", "lb")), false),
                cut(LONG, "cut", "app-b"),
                cut(LONG, "cut", "db-b"),
                cut(LONG, "cut", "b"),
                cut(LONG, "cut", "db-b", "db-a"),
                cut(LONG, "cut", "app-b", "db-b"),
                cut(LONG, "cut-one-way", "db-b", "db-a"),
                cut(LONG, "cut-one-way", "db-a", "db-b"),
                kill("arb"),
                // Nobody may write until a person, or the third one's return, says who goes on.
                new Fault(
                        "majority lost: kill -9 db-b and arb",
                        List.of(List.of("kill", "db-b", "arb")),
                        SHORT,
                        List.of(List.of("up")),
                        false),
                clock("+60"),
                clock("-60"),
                new Fault(
                        "the disk of db-b is full",
                        List.of(List.of("fill", "db-b")),
                        LONG,
                        List.of(List.of("empty", "db-b"), List.of("restart", "db-b")),
                        true),
                new Fault(
                        "db-b lost its data and fetches all of it",
                        List.of(List.of("kill", "db-b"), List.of("wipe", "db-b"), List.of("start", "db-b")),
                        Duration.ofSeconds(1),
                        List.of(),
                        true),
                new Fault(
                        "everything killed at once",
                        List.of(List.of("kill", "db-a", "db-b", "app-a", "app-b", "arb", "lb")),
                        Duration.ofSeconds(2),
                        List.of(List.of("up")),
                        false));
    }

    private static Fault kill(String... members) {
        return new Fault(
                "kill -9 " + String.join(" and ", members),
                List.of(call("kill", members)),
                SHORT,
                List.of(call("start", members)),
                !List.of(members).contains("lb") && !List.of(members).contains("arb"));
    }

    /** Only the time of day is wrong. */
    private static Fault clock(String seconds) {
        return new Fault(
                "clock of db-b wrong by " + seconds + " s",
                List.of(List.of("clock", seconds, "db-b")),
                LONG,
                List.of(List.of("clock", "0", "db-b")),
                false);
    }

    private static Fault freeze(String member, Duration lasts) {
        return new Fault(
                "freeze " + member, List.of(List.of("freeze", member)), lasts, List.of(List.of("thaw", member)), true);
    }

    private static Fault cut(Duration lasts, String... call) {
        return new Fault(String.join(" ", call), List.of(List.of(call)), lasts, HEAL, true);
    }

    private static List<String> call(String verb, String... members) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(verb), java.util.stream.Stream.of(members))
                .toList();
    }
}
