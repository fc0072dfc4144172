package se.fixpunkt.audit.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.audit.JournalFilter;

/**
 * Puts a filter into SQL. Where nothing is searched for, each project and the organisation is a branch of its own that walks
 * its index backwards and stops at the limit; an {@code OR} over them would read past all that the caller may not see. A
 * search is one walk over the index that fits it best. Plans and times with 400,000 rows: {@code src/adr/015}.
 */
final class JournalQuery {
    private static final String COLUMNS =
            """
            SELECT id, at, node, kind, subject_kind, subject_id, organisation_id, project_id, actor_id, actor_name, address,
                before_values, after_values FROM journal\s""";

    private final List<Object> values = new ArrayList<>();
    private final String sql;

    private JournalQuery(JournalFilter filter, Visibility visibility, UUID before, int limit) {
        boolean searching = Stream.of(
                        filter.subject(),
                        filter.subjectKind(),
                        filter.actor(),
                        filter.actorName(),
                        filter.kind(),
                        filter.text())
                .anyMatch(Objects::nonNull);
        this.sql = searching ? one(filter, visibility, before, limit) : branches(filter, visibility, before, limit);
    }

    static JournalQuery of(JournalFilter filter, Visibility visibility, UUID before, int limit) {
        return new JournalQuery(filter, visibility, before, limit);
    }

    String sql() {
        return sql;
    }

    /** In the order of the question marks. */
    List<Object> values() {
        return List.copyOf(values);
    }

    private String one(JournalFilter filter, Visibility visibility, UUID before, int limit) {
        List<String> scopes = new ArrayList<>();
        if (visibility.organisation() != null) {
            scopes.add("(organisation_id = ? AND project_id IS NULL)");
            values.add(visibility.organisation().toString());
        }
        if (!visibility.projects().isEmpty()) {
            scopes.add("project_id IN ("
                    + visibility.projects().stream().map(project -> "?").collect(Collectors.joining(", ")) + ")");
            visibility.projects().forEach(project -> values.add(project.toString()));
        }
        return COLUMNS + "WHERE (" + String.join(" OR ", scopes) + ")" + rest(filter, before, limit);
    }

    private String branches(JournalFilter filter, Visibility visibility, UUID before, int limit) {
        List<String> branches = new ArrayList<>();
        for (UUID scope : visibility.scopes()) {
            values.add(scope.toString());
            branches.add(COLUMNS + "WHERE scope_id = ?" + rest(filter, before, limit));
        }
        if (branches.size() == 1) {
            return branches.get(0);
        }
        values.add(limit);
        return branches.stream().collect(Collectors.joining(") UNION ALL (", "(", ")")) + " ORDER BY id DESC LIMIT ?";
    }

    /** Names are in ASCII and people's words need not be: without the conversions MariaDB refuses to compare them. */
    private String rest(JournalFilter filter, UUID before, int limit) {
        StringBuilder rest = new StringBuilder();
        and(rest, "id < ?", before.toString());
        and(rest, "subject_id = ?", text(filter.subject()));
        and(rest, "subject_kind = CONVERT(? USING ascii)", filter.subjectKind());
        and(rest, "actor_id = ?", text(filter.actor()));
        and(rest, "kind = CONVERT(? USING ascii)", filter.kind());
        and(rest, "actor_name LIKE ?", pattern(filter.actorName()));
        time(rest, filter.from(), filter.to());
        if (filter.text() != null) {
            rest.append(
                    " AND (actor_name LIKE ? OR CONVERT(kind USING utf8mb4) LIKE ? OR before_values LIKE ? OR after_values LIKE ?)");
            for (int column = 0; column < 4; column++) {
                values.add(pattern(filter.text()));
            }
        }
        values.add(limit);
        return rest.append(" ORDER BY id DESC LIMIT ?").toString();
    }

    /** The times decide, the ids narrow: the primary key is in the order of time. */
    private void time(StringBuilder rest, Instant from, Instant to) {
        if (from != null) {
            and(rest, "id >= ?", IdRange.from(from).toString());
            and(rest, "at >= ?", Timestamp.from(from));
        }
        if (to != null) {
            and(rest, "id < ?", IdRange.to(to).toString());
            and(rest, "at < ?", Timestamp.from(to));
        }
    }

    private void and(StringBuilder rest, String condition, Object value) {
        if (value != null) {
            rest.append(" AND ").append(condition);
            values.add(value);
        }
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    /** Found anywhere; what the person typed means itself. */
    private static String pattern(String text) {
        return text == null
                ? null
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
