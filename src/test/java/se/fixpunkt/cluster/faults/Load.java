package se.fixpunkt.cluster.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Threads that repeat one piece of work until they are told to stop. A failure of the work itself is kept and reported. */
final class Load implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Load.class.getName());
    private static final long PATIENCE_MILLIS = 240_000;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;
    private volatile RuntimeException broken;

    /** One turn of a device's or an operator's work. */
    @FunctionalInterface
    interface Turn {
        void take() throws InterruptedException;
    }

    void start(String name, Turn turn) {
        Thread thread = new Thread(() -> repeat(turn), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void repeat(Turn turn) {
        try {
            while (!stopping) {
                turn.take();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | AssertionError failure) {
            LOG.log(Level.SEVERE, failure, () -> Thread.currentThread().getName() + " broke off");
            broken = new IllegalStateException(Thread.currentThread().getName() + " broke off", failure);
        }
    }

    /** Lets every turn end by itself, so that no message is left without an outcome. */
    @Override
    public void close() {
        stopping = true;
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                throw new IllegalStateException(thread.getName() + " does not end");
            }
        }
        if (broken != null) {
            throw broken;
        }
    }
}
