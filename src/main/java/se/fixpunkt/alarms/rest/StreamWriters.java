package se.fixpunkt.alarms.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that write to open streams. A browser that has stopped reading holds one until the server's write gives up, so
 * they are many enough, and no others' threads.
 */
@ApplicationScoped
public class StreamWriters {
    private static final int MOST = 64;

    private final ThreadPoolExecutor threads;

    @Inject
    StreamWriters(ManagedThreadFactory factory) {
        threads = new ThreadPoolExecutor(0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** Whether the work was begun; false when all threads are held up. */
    boolean begin(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
