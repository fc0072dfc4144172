package se.fixpunkt.shared.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.shared.DatabaseSight;
import se.fixpunkt.shared.DatabaseWatch;
import se.fixpunkt.shared.database.OwnConnection;

/**
 * One thread with one connection looks twice a second. Who asks gets what it saw last; a look that hangs is no look, so
 * after a second and a half without one the database counts as away. The connection is opened anew now and then, to come
 * home after it was led to another database node.
 */
@ApplicationScoped
class WatchedDatabase implements DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(WatchedDatabase.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration GOOD_FOR = Duration.ofMillis(1500);
    private static final int LOOKS_PER_CONNECTION = 60;

    private final ManagedThreadFactory threads;
    private volatile Seen seen = new Seen(DatabaseSight.NONE, System.nanoTime());
    private volatile boolean stopping;
    private Thread looker;

    @Inject
    WatchedDatabase(ManagedThreadFactory threads) {
        this.threads = threads;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        looker = threads.newThread(this::watch);
        looker.setName("fixpunkt-database-watch");
        looker.start();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (looker != null) {
            looker.interrupt();
        }
    }

    @Override
    public DatabaseSight sight() {
        Seen last = seen;
        return System.nanoTime() - last.at() > GOOD_FOR.toNanos() ? DatabaseSight.NONE : last.sight();
    }

    private void watch() {
        boolean told = false;
        while (!stopping) {
            try (Connection connection = OwnConnection.open(PATIENCE)) {
                look(connection, DatabaseLook.at(connection));
                told = false;
            } catch (SQLException away) {
                seen = new Seen(DatabaseSight.NONE, System.nanoTime());
                LOG.log(told ? Level.FINE : Level.WARNING, "The database does not answer: {0}", away.getMessage());
                told = true;
                pause();
            }
        }
    }

    private void look(Connection connection, DatabaseLook look) throws SQLException {
        for (int i = 0; i < LOOKS_PER_CONNECTION && !stopping; i++) {
            seen = new Seen(look.again(connection), System.nanoTime());
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException shutDown) {
            stopping = true;
        }
    }

    /** @param at by {@link System#nanoTime} */
    private record Seen(DatabaseSight sight, long at) {}
}
