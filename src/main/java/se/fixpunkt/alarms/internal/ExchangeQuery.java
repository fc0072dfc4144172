package se.fixpunkt.alarms.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.alarms.Communication.Search;
import se.fixpunkt.alarms.Communication.Span;

/**
 * The SQL of a search. A device's rows lie side by side in the order of time, in the table of what made a signal and in the table of
 * everything else, so each primary key gives its range and the order, and whatever else is asked is looked at row by row on the way.
 */
final class ExchangeQuery {
    /** Both tables' columns by the names that the search uses. */
    private enum Source {
        EXCHANGES(
                """
                SELECT id, device_id, protocol, identity, at, direction, peer, node, kind, raw, decoded, verdict, answers, commit_id
                FROM device_exchange WHERE device_id = ?""",
                "at",
                "peer"),
        /** Those of earlier versions have their exchange in the other table. */
        SIGNALS(
                """
                SELECT id, device_id, protocol, identity, received_at, 'in', source, node, kind, raw, decoded, verdict, answers,
                    commit_id
                FROM device_signal WHERE verdict IS NOT NULL AND device_id = ?""",
                "received_at",
                "source");

        private final String select;
        private final String at;
        private final String peer;

        Source(String select, String at, String peer) {
            this.select = select;
            this.at = at;
            this.peer = peer;
        }
    }

    private final List<Object> values = new ArrayList<>();
    private final UUID device;
    private final Search search;
    private final Cursor after;
    private final int limit;
    private final String sql;

    /** @param device {@link SignalRepository#NOBODY} for what came from no registered device */
    ExchangeQuery(UUID device, Search search, Cursor after, int limit) {
        this.device = device;
        this.search = search;
        this.after = after;
        this.limit = limit;
        this.sql = "SELECT e.*, c.at AS answered_at FROM ((" + part(Source.EXCHANGES) + ") UNION ALL ("
                + part(Source.SIGNALS) + ")) e LEFT JOIN intake_commit c ON c.id = e.commit_id" + order("e.at", "e.id");
        values.add(limit);
    }

    String sql() {
        return sql;
    }

    Object[] values() {
        return values.toArray();
    }

    private String part(Source source) {
        StringBuilder part = new StringBuilder(source.select);
        values.add(device);
        Span span = search.span();
        if (span.from() != null) {
            and(part, source.at + " >= ?", span.from());
        }
        if (span.to() != null) {
            and(part, source.at + " < ?", span.to());
        }
        if (after != null) {
            rest(part, source.at);
        }
        looksLike(part, source);
        values.add(limit);
        return part.append(order(source.at, "id")).toString();
    }

    private String order(String at, String id) {
        String way = search.span().newestFirst() ? " DESC" : "";
        return " ORDER BY " + at + way + ", " + id + way + " LIMIT ?";
    }

    /** The exchange where the last page ended comes again: some of its lines may not have had room there. */
    private void rest(StringBuilder part, String at) {
        String beyond = search.span().newestFirst() ? "<" : ">";
        and(part, at + " " + beyond + "= ?", after.at());
        and(part, "(" + at + " " + beyond + " ? OR id " + beyond + "= ?)", after.at(), after.id());
    }

    private void looksLike(StringBuilder part, Source source) {
        if (!search.kind().isEmpty()) {
            and(part, "kind = ?", search.kind());
        }
        if (!search.verdict().isEmpty()) {
            and(part, "verdict LIKE ?", escaped(search.verdict()) + "%");
        }
        if (!search.peer().isEmpty()) {
            and(part, source.peer + " LIKE ?", escaped(PeerBeginning.of(search.peer())) + "%");
        }
        direction(part, source);
        if (!search.text().isEmpty()) {
            String words = "%" + escaped(search.text()) + "%";
            byte[] bytes = search.text().getBytes(StandardCharsets.UTF_8);
            and(
                    part,
                    "(decoded LIKE ? OR identity LIKE ? OR LOCATE(?, raw) > 0 OR LOCATE(?, answers) > 0)",
                    words,
                    words,
                    bytes,
                    bytes);
        }
    }

    /** What made a signal came in; an exchange that was answered counts as both. */
    private void direction(StringBuilder part, Source source) {
        boolean exchanges = source == Source.EXCHANGES;
        if (search.direction().equals("in") && exchanges) {
            and(part, "direction = 'in'");
        } else if (search.direction().equals("out")) {
            and(part, exchanges ? "(direction = 'out' OR answers IS NOT NULL)" : "answers IS NOT NULL");
        }
    }

    private void and(StringBuilder part, String condition, Object... bound) {
        part.append(" AND ").append(condition);
        values.addAll(List.of(bound));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
