package se.fixpunkt.audit.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.audit.JournalLine;

/**
 * Somebody who watches. His lines go out on a thread of their own, one at a time, so that a browser that reads slowly holds
 * up nobody else.
 */
final class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class.getName());

    private final Predicate<JournalLine> wanted;
    private final Consumer<JournalLine> listener;
    private final Executor executor;
    private final Set<UUID> known = new HashSet<>();
    private final Queue<JournalLine> waiting = new ArrayDeque<>();
    private boolean delivering;

    Follower(Predicate<JournalLine> wanted, Consumer<JournalLine> listener, Executor executor) {
        this.wanted = wanted;
        this.listener = listener;
        this.executor = executor;
    }

    /** Lines that were there before he came. */
    synchronized void skip(List<JournalLine> lines) {
        lines.forEach(line -> known.add(line.id()));
    }

    /**
     * Takes those he does not know and wants, oldest first.
     *
     * @param lines newest first
     */
    synchronized void offer(List<JournalLine> lines) {
        List<JournalLine> oldestFirst = new ArrayList<>(lines);
        Collections.reverse(oldestFirst);
        for (JournalLine line : oldestFirst) {
            if (known.add(line.id()) && wanted.test(line)) {
                waiting.add(line);
            }
        }
        if (!waiting.isEmpty() && !delivering) {
            delivering = true;
            executor.execute(this::deliver);
        }
    }

    /** What is older than this is not offered again. */
    synchronized void forget(UUID since) {
        known.removeIf(id -> IdRange.madeAt(id).isBefore(IdRange.madeAt(since)));
    }

    private void deliver() {
        for (JournalLine line = next(); line != null; line = next()) {
            try {
                listener.accept(line);
            } catch (RuntimeException gone) {
                LOG.log(Level.FINE, "a follower of the journal did not take a line", gone);
            }
        }
    }

    private synchronized JournalLine next() {
        JournalLine line = waiting.poll();
        delivering = line != null;
        return line;
    }
}
