package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import se.fixpunkt.shared.ThisNode;
import se.fixpunkt.shared.database.JdbcRepository;

/** Rows of nodes. A node writes its own only, so nobody conflicts with anybody. */
@ApplicationScoped
class NodeRepository extends JdbcRepository {

    @Inject
    NodeRepository(DataSource database) {
        super(database);
    }

    /** A node as it wrote itself. */
    record Row(
            String name,
            String instance,
            String version,
            Instant startedAt,
            Instant seenAt,
            long beat,
            boolean ready,
            Instant stoppedAt,
            String report) {}

    /** Whether the row is this process's; not so before it has registered, and when another process took the name. */
    boolean beat(ThisNode node, Instant now, boolean ready, String report) {
        return update(
                        """
                        UPDATE node SET seen_at = ?, beat = beat + 1, ready = ?, stopped_at = NULL, report = ?
                        WHERE name = ? AND instance = ?
                        """,
                        now,
                        ready,
                        report,
                        node.name(),
                        node.instance())
                == 1;
    }

    void register(ThisNode node, Instant now, boolean ready, String report) {
        update(
                """
                INSERT INTO node (name, instance, version, started_at, seen_at, beat, ready, stopped_at, report)
                VALUES (?, ?, ?, ?, ?, 1, ?, NULL, ?)
                ON DUPLICATE KEY UPDATE instance = VALUES(instance), version = VALUES(version),
                    started_at = VALUES(started_at), seen_at = VALUES(seen_at), beat = beat + 1, ready = VALUES(ready),
                    stopped_at = NULL, report = VALUES(report)
                """,
                node.name(),
                node.instance(),
                node.version(),
                now,
                now,
                ready,
                report);
    }

    void stopped(ThisNode node, Instant now) {
        update(
                "UPDATE node SET stopped_at = ?, seen_at = ?, ready = FALSE, beat = beat + 1 WHERE name = ? AND instance = ?",
                now,
                now,
                node.name(),
                node.instance());
    }

    /** Nodes that were taken away long ago, whether they said so or not. */
    int forgetUnseenSince(Instant then) {
        return update("DELETE FROM node WHERE seen_at < ?", then);
    }

    List<Row> all() {
        return list(
                row -> new Row(
                        row.getString("name"),
                        row.getString("instance"),
                        row.getString("version"),
                        instant(row, "started_at"),
                        instant(row, "seen_at"),
                        row.getLong("beat"),
                        row.getBoolean("ready"),
                        instant(row, "stopped_at"),
                        row.getString("report")),
                """
                SELECT name, instance, version, started_at, seen_at, beat, ready, stopped_at, report FROM node ORDER BY name
                """);
    }
}
