package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.InsideTheServer;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;

/** Inside the real server, on the real database: each lost race is provoked, not imitated. */
@ArquillianTest
class TransactionRetryIT {
    @Inject
    private TransactionalWork work;

    @Inject
    private DataSource database;

    @Inject
    private ManagedExecutorService threads;

    @Inject
    private Event<DomainEvent> happenings;

    @Deployment
    static WebArchive war() {
        return InsideTheServer.with(
                TransactionRetryIT.class, TransactionalWork.class, VersionedRow.class, SomethingHappened.class);
    }

    @BeforeEach
    void twoRows() throws SQLException {
        execute("CREATE TABLE IF NOT EXISTS versioned_row (id INT NOT NULL PRIMARY KEY, number INT NOT NULL,"
                + " version BIGINT NOT NULL) ENGINE = InnoDB");
        execute("REPLACE INTO versioned_row VALUES (1, 0, 1), (2, 0, 1)");
        work.forget();
    }

    @Test
    void bothPartiesOfADeadlockFinish() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        Callable<Void> oneThenTwo = () -> crossing(1, 2, bothHoldOne);
        Callable<Void> twoThenOne = () -> crossing(2, 1, bothHoldOne);

        for (Future<Void> party : threads.invokeAll(List.of(oneThenTwo, twoThenOne))) {
            party.get(120, TimeUnit.SECONDS);
        }

        assertEquals(2, number(1));
        assertEquals(2, number(2));
        assertTrue(work.attempts() >= 3, () -> "nobody lost: " + work.attempts());
    }

    @Test
    void aRowThatChangedSinceItWasReadIsReadAgain() throws Exception {
        AtomicBoolean disturbed = new AtomicBoolean();
        work.inTransaction(() -> {
            int read = number(1);
            if (disturbed.compareAndSet(false, true)) {
                elsewhere("UPDATE versioned_row SET number = number + 10 WHERE id = 1");
            }
            execute("UPDATE versioned_row SET number = " + (read + 1) + " WHERE id = 1");
            return null;
        });

        assertEquals(11, number(1), "the other's change is not lost");
        assertEquals(2, work.attempts());
    }

    @Test
    void aStaleEntityIsLoadedAgain() throws Exception {
        VersionedRow stale = work.inTransaction(() -> work.find(1));
        elsewhere("UPDATE versioned_row SET number = 10, version = version + 1 WHERE id = 1");
        work.forget();

        work.inTransaction(() -> {
            VersionedRow row = work.attempts() == 1 ? work.merge(stale) : work.find(1);
            return row.count();
        });

        assertEquals(11, number(1));
        assertEquals(2, work.attempts());
    }

    @Test
    void eachAttemptIsANewTransaction() throws Exception {
        aRowThatChangedSinceItWasReadIsReadAgain();

        assertEquals(2, work.transactions());
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        assertThrows(
                NotFound.class,
                () -> work.inTransaction(() -> {
                    throw new NotFound();
                }));

        assertEquals(1, work.attempts());
    }

    @Test
    void aRaceThatIsAlwaysLostEndsWithItsError() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> work.inTransaction(() -> {
                    number(1);
                    elsewhere("UPDATE versioned_row SET number = number + 1 WHERE id = 1");
                    try {
                        return execute("UPDATE versioned_row SET number = 0 WHERE id = 1");
                    } catch (SQLException lost) {
                        throw new IllegalStateException(lost);
                    }
                }));

        assertEquals(1020, ((SQLException) failure.getCause()).getErrorCode());
        assertEquals(6, work.attempts());
    }

    /** The server hands out another connection, in autocommit, once a transaction has begun to complete. */
    @Test
    void journalAndEntitiesAreWrittenOnTheTransactionsOwnConnection() throws Exception {
        execute("CREATE TABLE IF NOT EXISTS written_by (what VARCHAR(20) NOT NULL PRIMARY KEY, id BIGINT NOT NULL)");
        execute("CREATE OR REPLACE TRIGGER entity_written AFTER UPDATE ON versioned_row FOR EACH ROW"
                + " REPLACE INTO written_by VALUES ('entity', CONNECTION_ID())");
        execute("CREATE OR REPLACE TRIGGER journal_written AFTER INSERT ON journal FOR EACH ROW"
                + " IF NEW.kind = 'SomethingHappened' THEN"
                + " REPLACE INTO written_by VALUES ('journal', CONNECTION_ID()); END IF");
        try {
            long own = work.inTransaction(() -> {
                happenings.fire(new SomethingHappened());
                work.find(1).count();
                return numberOf("SELECT CONNECTION_ID()");
            });

            assertEquals(own, numberOf("SELECT id FROM written_by WHERE what = 'journal'"));
            assertEquals(own, numberOf("SELECT id FROM written_by WHERE what = 'entity'"));
        } finally {
            execute("DROP TRIGGER entity_written");
            execute("DROP TRIGGER journal_written");
        }
    }

    private Void crossing(int first, int second, CyclicBarrier bothHoldOne) {
        AtomicBoolean met = new AtomicBoolean();
        return work.unchecked(() -> {
            execute("UPDATE versioned_row SET number = number + 1 WHERE id = " + first);
            if (met.compareAndSet(false, true)) {
                meet(bothHoldOne);
            }
            execute("UPDATE versioned_row SET number = number + 1 WHERE id = " + second);
            return null;
        });
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException, BrokenBarrierException {
        barrier.await();
    }

    /** In another transaction, finished when this returns. */
    private void elsewhere(String sql) throws Exception {
        threads.submit(() -> execute(sql)).get(120, TimeUnit.SECONDS);
    }

    private int execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private long numberOf(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return rows.getLong(1);
        }
    }

    private int number(int id) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM versioned_row WHERE id = " + id)) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }
}
