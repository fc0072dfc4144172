package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.Overheard;

/**
 * Commits whatever gathered while the commits before it ran. Nothing waits on purpose, so a lone alarm is committed at once and a
 * storm of them many at a time. In a storm a second one helps, so that one batch is prepared while another is on its way to the disk
 * and to the other nodes.
 */
final class IntakeWriter implements Runnable {
    private static final Logger LOG = Logger.getLogger(IntakeWriter.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** Then the other writer is held up by something. */
    private static final Duration HELD_UP = Duration.ofMillis(200);

    private static final int TOGETHER = 500;
    /** So many notes go along with however few messages; alarms do not wait for more. */
    private static final int NOTES_ALONG = 50;

    private final IntakeQueue queue;
    private final BatchCommit commit;
    private final SignalStore store;
    private final boolean helper;
    private final BooleanSupplier stopping;

    /** @param helper whether it writes messages only, when there are many */
    IntakeWriter(IntakeQueue queue, BatchCommit commit, SignalStore store, boolean helper, BooleanSupplier stopping) {
        this.queue = queue;
        this.commit = commit;
        this.store = store;
        this.helper = helper;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        while (!stopping.getAsBoolean() || !queue.isEmpty()) {
            try {
                if (helper) {
                    help();
                } else {
                    queue.await(IDLE, true);
                    turn();
                }
            } catch (InterruptedException shutDown) {
                return;
            } catch (RuntimeException failed) {
                LOG.log(Level.SEVERE, "The intake failed on a batch and goes on", failed);
            }
        }
    }

    private void help() throws InterruptedException {
        if (queue.awaitNeed(HELD_UP)) {
            commit.commit(queue.takeMessages(TOGETHER), List.of());
        }
    }

    private void turn() throws InterruptedException {
        List<Waiting> messages = queue.takeMessages(TOGETHER);
        if (messages.isEmpty() && queue.isEmpty() && store.hasCommits()) {
            store.keepCommits();
        }
        if (messages.isEmpty()) {
            note(queue.takeNotes(TOGETHER));
            return;
        }
        List<Overheard> notes = queue.takeNotes(Math.max(NOTES_ALONG, messages.size()));
        if (!commit.commit(messages, notes)) {
            note(notes);
        }
    }

    /** While the database is away the notes wait, as long as there is room. */
    private void note(List<Overheard> notes) throws InterruptedException {
        if (notes.isEmpty()) {
            return;
        }
        try {
            store.keep(notes);
        } catch (RuntimeException failed) {
            if (stopping.getAsBoolean() || !DatabaseAway.caused(failed)) {
                LOG.log(Level.WARNING, "Exchanges could not be kept in the conversation log", failed);
                return;
            }
            notes.forEach(queue::offer);
            queue.await(IDLE, false);
        }
    }
}
