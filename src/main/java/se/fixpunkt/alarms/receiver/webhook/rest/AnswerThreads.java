package se.fixpunkt.alarms.receiver.webhook.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that write answers, because the intake's threads have more important things to do. */
@ApplicationScoped
public class AnswerThreads {
    private static final int MOST = 8;

    private final ThreadPoolExecutor threads;

    @Inject
    AnswerThreads(ManagedThreadFactory factory) {
        // Unbounded in itself; the receiver has only so many messages under way at once.
        threads = new ThreadPoolExecutor(MOST, MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    void execute(Runnable answer) {
        threads.execute(answer);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
