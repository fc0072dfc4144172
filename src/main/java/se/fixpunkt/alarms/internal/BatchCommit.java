package se.fixpunkt.alarms.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Receipt;

/**
 * Commits a batch and hands out the receipts. A batch that lost against another node's copy of the same message is run
 * again; one that the database refuses is halved until the row it refuses stands alone.
 */
final class BatchCommit {
    private static final Logger LOG = Logger.getLogger(BatchCommit.class.getName());
    private static final int DUPLICATE = 1062;
    private static final int ATTEMPTS = 5;

    private final SignalStore store;
    private final CommitTrouble trouble;

    BatchCommit(SignalStore store, CommitTrouble trouble) {
        this.store = store;
        this.trouble = trouble;
    }

    /**
     * @param notes what is written down in the same commit
     * @return whether the notes were; when anything is refused the messages are tried without them
     */
    boolean commit(List<Waiting> batch, List<Overheard> notes) {
        List<Waiting> wanted =
                batch.stream().filter(waiting -> !waiting.isOver()).toList();
        if (wanted.isEmpty()) {
            return notes.isEmpty();
        }
        try {
            List<Receipt> receipts = stored(wanted, notes);
            trouble.committed();
            for (int i = 0; i < wanted.size(); i++) {
                wanted.get(i).receipt().complete(receipts.get(i));
            }
            return true;
        } catch (RuntimeException failed) {
            if (notes.isEmpty() || DatabaseAway.caused(failed)) {
                divide(wanted, failed);
            } else {
                commit(wanted, List.of());
            }
            return false;
        }
    }

    private List<Receipt> stored(List<Waiting> batch, List<Overheard> notes) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.store(batch.stream().map(Waiting::arrival).toList(), notes);
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !isStoredElsewhere(failed)) {
                    throw failed;
                }
            }
        }
    }

    private void divide(List<Waiting> batch, RuntimeException failed) {
        if (batch.size() > 1 && !DatabaseAway.caused(failed)) {
            int half = batch.size() / 2;
            commit(batch.subList(0, half), List.of());
            commit(batch.subList(half, batch.size()), List.of());
            return;
        }
        trouble.failed(failed, System.nanoTime());
        LOG.log(Level.SEVERE, failed, () -> batch.size() + " messages could not be stored; their devices are told");
        batch.forEach(Waiting::refuse);
    }

    /** The same message was committed by another node, or by a transaction whose answer never reached us. */
    private static boolean isStoredElsewhere(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE) {
                return true;
            }
        }
        return false;
    }
}
