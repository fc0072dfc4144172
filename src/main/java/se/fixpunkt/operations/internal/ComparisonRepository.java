package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.operations.Comparison;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Comparisons that are asked for, under way and done. */
@ApplicationScoped
class ComparisonRepository extends JdbcRepository {
    private static final String COLUMNS = "SELECT id, asked_at, begun_at, ended_at, report FROM copy_comparison ";

    private final ComparisonText text;

    @Inject
    ComparisonRepository(DataSource database, ComparisonText text) {
        super(database);
        this.text = text;
    }

    record Row(UUID id, Instant askedAt, Comparison comparison) {}

    void ask(Instant now) {
        update(
                "INSERT INTO copy_comparison (id, asked_at, report) VALUES (?, ?, ?)",
                TimeOrderedId.next(),
                now,
                text.write(text.nothingYet()));
    }

    void write(UUID id, Comparison comparison) {
        update(
                "UPDATE copy_comparison SET begun_at = ?, ended_at = ?, report = ? WHERE id = ?",
                comparison.begunAt(),
                comparison.endedAt(),
                text.write(comparison),
                id);
    }

    void forgetAskedBefore(Instant then) {
        update("DELETE FROM copy_comparison WHERE asked_at < ?", then);
    }

    /** The one that was asked for last. */
    Optional<Row> newest() {
        return find(this::row, COLUMNS + "ORDER BY asked_at DESC LIMIT 1");
    }

    /** The one whose result holds. */
    Optional<Row> newestEnded() {
        return find(this::row, COLUMNS + "WHERE ended_at IS NOT NULL ORDER BY asked_at DESC LIMIT 1");
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                uuid(row, "id"),
                instant(row, "asked_at"),
                text.read(row.getString("report"), instant(row, "begun_at"), instant(row, "ended_at")));
    }
}
