package se.fixpunkt.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.audit.JournalFilter;
import se.fixpunkt.audit.JournalLine;
import se.fixpunkt.audit.SearchTooWide;
import se.fixpunkt.shared.database.JdbcRepository;

/** The journal's rows: added, read, never changed. */
@ApplicationScoped
class JournalRepository extends JdbcRepository {
    private static final String INSERT =
            """
            INSERT INTO journal (id, at, node, kind, subject_kind, subject_id, organisation_id, project_id, actor_id,
                actor_name, address, before_values, after_values) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String NEWEST =
            """
            SELECT id, at, node, kind, subject_kind, subject_id, organisation_id, project_id, actor_id, actor_name, address,
                before_values, after_values FROM journal WHERE id >= ? ORDER BY id DESC LIMIT ?
            """;

    /** MariaDB's own code for a statement that took longer than it was allowed. */
    private static final int TOO_SLOW = 1969;

    private static final int PATIENCE_SECONDS = 10;

    @Inject
    JournalRepository(DataSource database) {
        super(database);
    }

    /** Writes the lines on the transaction's own connection, in one batch. */
    void add(List<JournalLine> lines) {
        batch(INSERT, lines.stream().map(JournalRepository::values).toList());
    }

    List<JournalLine> find(JournalFilter filter, Visibility visibility, UUID before, int limit) {
        JournalQuery query = JournalQuery.of(filter, visibility, before, limit);
        return read(query.sql(), query.values());
    }

    /** Everybody's lines since an id, newest first. */
    List<JournalLine> since(UUID id, int limit) {
        return read(NEWEST, List.of(id.toString(), limit));
    }

    private List<JournalLine> read(String sql, List<Object> values) {
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            bind(select, values.toArray());
            List<JournalLine> lines = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows));
                }
            }
            return lines;
        } catch (SQLTimeoutException tooSlow) {
            throw new SearchTooWide();
        } catch (SQLException failure) {
            if (failure.getErrorCode() == TOO_SLOW) {
                throw new SearchTooWide();
            }
            throw new IllegalStateException(failure);
        }
    }

    private static Object[] values(JournalLine line) {
        return new Object[] {
            line.id(),
            line.at(),
            line.node(),
            line.kind(),
            line.subjectKind(),
            line.subject(),
            line.organisation(),
            line.project(),
            line.actor(),
            line.actorName(),
            line.address(),
            line.before(),
            line.after()
        };
    }

    private static JournalLine line(ResultSet row) throws SQLException {
        return new JournalLine(
                uuid(row, "id"),
                instant(row, "at"),
                row.getString("node"),
                row.getString("kind"),
                row.getString("subject_kind"),
                uuid(row, "subject_id"),
                uuid(row, "organisation_id"),
                uuid(row, "project_id"),
                uuid(row, "actor_id"),
                row.getString("actor_name"),
                row.getString("address"),
                row.getString("before_values"),
                row.getString("after_values"));
    }
}
