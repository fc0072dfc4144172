package se.fixpunkt.cluster.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the operators did and what they were told. */
final class ActionBook {
    private final Collection<Action> actions = new ConcurrentLinkedQueue<>();

    /** How an action ended for the one who asked. */
    enum Outcome {
        /** Answered 2xx. */
        DONE,
        /** Answered with a refusal that names its reason. */
        REFUSED,
        /** No answer, or one that does not say whether it happened. */
        UNKNOWN,
        /** Told to sign in again. */
        SIGNED_OUT
    }

    /**
     * One request.
     *
     * @param kind the journal's word for it, e.g. {@code AlarmTaken}
     * @param text what was written, which no other action has; empty where nothing is written
     * @param at when the answer came, {@link System#nanoTime()}
     */
    record Action(String operator, String alarm, String kind, String text, Outcome outcome, long at) {}

    void add(Action action) {
        actions.add(action);
    }

    List<Action> all() {
        return new ArrayList<>(actions);
    }

    List<Action> with(Outcome outcome) {
        return actions.stream().filter(action -> action.outcome() == outcome).toList();
    }

    /** How long after the moment each operator's first success came; sorted. */
    List<Long> firstDoneAfter(long moment) {
        return actions.stream()
                .filter(action -> action.outcome() == Outcome.DONE && action.at() >= moment)
                .collect(java.util.stream.Collectors.toMap(Action::operator, action -> action.at() - moment, Math::min))
                .values()
                .stream()
                .sorted()
                .toList();
    }
}
