package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import se.fixpunkt.shared.Resealing.Progress;
import se.fixpunkt.shared.SealedColumn;
import se.fixpunkt.shared.database.JdbcRepository;

/** Sealed values of whatever table, told apart by the mark that they begin with. */
@ApplicationScoped
class SealedRepository extends JdbcRepository {

    @Inject
    SealedRepository(DataSource database) {
        super(database);
    }

    /** A row's sealed value. */
    @SuppressWarnings("ArrayRecordComponent")
    record Value(String id, byte[] sealed) {}

    Progress count(SealedColumn of, byte[] mark) {
        return find(
                        row -> new Progress(
                                of.table() + "." + of.column(), row.getLong("sealed"), row.getLong("left_over")),
                        "SELECT COUNT(*) AS sealed, COALESCE(SUM(LEFT(%2$s, ?) <> ?), 0) AS left_over FROM %1$s WHERE %2$s IS NOT NULL"
                                .formatted(of.table(), of.column()),
                        mark.length,
                        mark)
                .orElseThrow();
    }

    /** Values that another key has sealed, after that id. */
    List<Value> others(SealedColumn of, byte[] mark, String after, int limit) {
        return list(
                row -> new Value(row.getString("id"), row.getBytes("sealed")),
                "SELECT id, %2$s AS sealed FROM %1$s WHERE %2$s IS NOT NULL AND LEFT(%2$s, ?) <> ? AND id > ? ORDER BY id LIMIT ?"
                        .formatted(of.table(), of.column()),
                mark.length,
                mark,
                after,
                limit);
    }

    /** Whether it was put in the place of the old one; false when somebody has changed that meanwhile. */
    boolean replace(SealedColumn of, Value old, byte[] sealed) {
        return update(
                        "UPDATE %1$s SET %2$s = ? WHERE id = ? AND %2$s = ?".formatted(of.table(), of.column()),
                        sealed,
                        old.id(),
                        old.sealed())
                == 1;
    }
}
