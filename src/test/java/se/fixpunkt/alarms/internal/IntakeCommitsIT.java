package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import se.fixpunkt.harness.EmbeddedMariaDb;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.shared.ThisNode;
import se.fixpunkt.shared.TimeOrderedId;

/** What the intake notes about its own commits, on the real database. */
class IntakeCommitsIT {
    private static final RunningFixpunkt FIXPUNKT = RunningFixpunkt.get();

    /** The server dies after its commit and before its answer: the node believes that nothing was written, and writes it again. */
    @Test
    void aCommitThatWasWrittenWithoutAnAnswerIsNoHindranceForTheNext() throws SQLException {
        SignalRepository signals = new SignalRepository(database(), new Node());
        IntakeCommit written = commit(3);
        IntakeCommit next = commit(5);

        signals.addCommits(List.of(written));
        signals.addCommits(List.of(written, next));

        assertEquals(List.of("3"), messages(written));
        assertEquals(List.of("5"), messages(next));
    }

    private static IntakeCommit commit(int messages) {
        return new IntakeCommit(TimeOrderedId.next(), Instant.parse("2026-11-22T12:00:00Z"), messages);
    }

    private static List<String> messages(IntakeCommit commit) {
        return FIXPUNKT
                .sql(
                        "SELECT messages FROM intake_commit WHERE id = ?",
                        commit.id().toString())
                .stream()
                .map(Map::values)
                .map(values -> values.iterator().next())
                .toList();
    }

    private static MariaDbDataSource database() throws SQLException {
        EmbeddedMariaDb database = FIXPUNKT.database();
        MariaDbDataSource source = new MariaDbDataSource(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    private static final class Node implements ThisNode {
        @Override
        public String name() {
            return "a-node";
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public UUID instance() {
            return new UUID(0, 1);
        }
    }
}
