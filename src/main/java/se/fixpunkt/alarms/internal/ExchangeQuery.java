package se.fixpunkt.alarms.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.alarms.Communication.Search;
import se.fixpunkt.alarms.Communication.Span;

/**
 * The SQL of a search. A device's rows lie side by side in the order of time, so the primary key gives the range and its order,
 * and whatever else is asked is looked at row by row on the way.
 */
final class ExchangeQuery {
    private static final String SELECT =
            """
            SELECT e.id, e.device_id, e.protocol, e.identity, e.at, e.direction, e.peer, e.node, e.kind, e.raw, e.decoded,
                e.verdict, e.answers, c.at AS answered_at
            FROM device_exchange e LEFT JOIN intake_commit c ON c.id = e.commit_id
            WHERE e.device_id = ?""";

    private final StringBuilder sql = new StringBuilder(SELECT);
    private final List<Object> values = new ArrayList<>();

    /** @param device {@link SignalRepository#NOBODY} for what came from no registered device */
    ExchangeQuery(UUID device, Search search, Cursor after, int limit) {
        values.add(device);
        Span span = search.span();
        if (span.from() != null) {
            and("e.at >= ?", span.from());
        }
        if (span.to() != null) {
            and("e.at < ?", span.to());
        }
        if (after != null) {
            rest(span, after);
        }
        looksLike(search);
        sql.append(span.newestFirst() ? " ORDER BY e.at DESC, e.id DESC LIMIT ?" : " ORDER BY e.at, e.id LIMIT ?");
        values.add(limit);
    }

    String sql() {
        return sql.toString();
    }

    Object[] values() {
        return values.toArray();
    }

    /** The exchange where the last page ended comes again: some of its lines may not have had room there. */
    private void rest(Span span, Cursor after) {
        String beyond = span.newestFirst() ? "<" : ">";
        and("e.at " + beyond + "= ?", after.at());
        and("(e.at " + beyond + " ? OR e.id " + beyond + "= ?)", after.at(), after.id());
    }

    private void looksLike(Search search) {
        if (!search.kind().isEmpty()) {
            and("e.kind = ?", search.kind());
        }
        if (!search.verdict().isEmpty()) {
            and("e.verdict LIKE ?", escaped(search.verdict()) + "%");
        }
        if (!search.peer().isEmpty()) {
            and("e.peer LIKE ?", escaped(search.peer()) + "%");
        }
        if (search.direction().equals("in")) {
            and("e.direction = 'in'");
        } else if (search.direction().equals("out")) {
            and("(e.direction = 'out' OR e.answers IS NOT NULL)");
        }
        if (!search.text().isEmpty()) {
            String part = "%" + escaped(search.text()) + "%";
            byte[] bytes = search.text().getBytes(StandardCharsets.UTF_8);
            and(
                    "(e.decoded LIKE ? OR e.identity LIKE ? OR LOCATE(?, e.raw) > 0 OR LOCATE(?, e.answers) > 0)",
                    part,
                    part,
                    bytes,
                    bytes);
        }
    }

    private void and(String condition, Object... bound) {
        sql.append(" AND ").append(condition);
        values.addAll(List.of(bound));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
