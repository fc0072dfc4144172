package se.fixpunkt.alarms.internal;

import java.time.Instant;

/**
 * What one sender has done since it was last told.
 *
 * @param messages how many
 * @param peer where the last came from
 */
record Suspicion(Instant firstAt, Instant lastAt, String peer, String verdict, long messages) {
    static Suspicion of(LoggedExchange message) {
        return new Suspicion(message.at(), message.at(), message.peer(), message.verdict(), 1);
    }

    Suspicion and(Suspicion later) {
        return new Suspicion(firstAt, later.lastAt, later.peer, later.verdict, messages + later.messages);
    }
}
