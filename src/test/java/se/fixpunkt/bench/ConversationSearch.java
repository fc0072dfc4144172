package se.fixpunkt.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.logging.Logger;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/**
 * How long a technician waits for a page of one busy device's year, 100,000 exchanges, while millions of others lie beside it in the
 * same table: through the REST API, with the buffer pool warm and after others' rows have filled it. Says what it costs to write too.
 */
public final class ConversationSearch {
    private static final Logger LOG = Logger.getLogger(ConversationSearch.class.getName());
    private static final int BUSY = 100_000;
    private static final int OTHERS = 20_000;
    private static final int CHUNK = 250_000;
    private static final int IN_THE_ORDER_OF_TIME = 400_000;
    private static final int TIMES = 30;

    /**
     * A message of about the size of a DC-09 event with its answer; every thousandth was refused, every two-thousandth says something
     * rare. Six of ten are heartbeats, the others make signals.
     */
    private static final String MESSAGE =
            """
            UUID() AS id, 'dc09' AS protocol, LPAD(HEX(d.n), 8, '0') AS identity, CONCAT('node-', CHAR(97 + s.seq MOD 3)) AS node,
            ELT(1 + s.seq MOD 10, 'ALARM', 'RESTORAL', 'HEARTBEAT', 'HEARTBEAT', 'HEARTBEAT', 'HEARTBEAT', 'HEARTBEAT',
                'HEARTBEAT', 'TEST', 'INFORMATION') AS kind,
            CONCAT('10.', d.n MOD 200, '.', s.seq MOD 4, '.7:', 40000 + s.seq MOD 1000) AS peer,
            CONCAT('\\n', LPAD(HEX(s.seq MOD 65536), 4, '0'), '0046"SIA-DCS"', LPAD(s.seq MOD 10000, 4, '0'),
                'L0#12345678[#12345678|Nri', s.seq MOD 9, '/QA', LPAD(s.seq MOD 7919, 4, '0'), ']\\r') AS raw,
            CONCAT('id: SIA-DCS\\nsequence: ', LPAD(s.seq MOD 10000, 4, '0'), '\\nline: 0\\naccount: 12345678\\ndata: Nri',
                s.seq MOD 9, '/QA', LPAD(s.seq MOD 7919, 4, '0'),
                IF(s.seq MOD 2000 = 7, '\\nx-data: IKällaren Åsgatan', ''), '\\nevent: QA ri1\\nkind: ALARM personal') AS decoded,
            IF(s.seq MOD 1000 IN (3, 4), 'wrong-time', 'stored') AS verdict,
            CONCAT(X'00000020', '\\n12340016"ACK"0421L0#12345678[]\\r') AS answers
            """;

    private static final String EXCHANGES =
            """
            INSERT INTO device_exchange (device_id, at, id, protocol, identity, node, direction, kind, peer, raw, decoded, verdict,
                answers)
            SELECT device_id, at, id, protocol, identity, node, 'in', kind, peer, raw, decoded, verdict, answers
            FROM (MESSAGES) m WHERE kind = 'HEARTBEAT'
            """;

    private static final String SIGNALS =
            """
            INSERT INTO device_signal (device_id, received_at, id, protocol, identity, reference, repeat_key, kind, source, receipt,
                node, raw, decoded, verdict, answers)
            SELECT device_id, at, id, protocol, identity, '1', UUID(), kind, peer, '', node, raw, decoded, verdict, answers
            FROM (MESSAGES) m WHERE kind <> 'HEARTBEAT'
            """;

    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    private final Api administrator = fixpunkt.administrator();
    private final String device;
    private long rows;

    private ConversationSearch() {
        device = administrator
                .post("devices", Map.of("protocol", "dc09", "identity", "ABCDEF", "name", "Busy"))
                .expect(201)
                .json()
                .getString("id");
    }

    /** @param args the sizes to measure at, in millions of rows; 1 5 20 when none */
    public static void main(String... args) throws SQLException {
        ConversationSearch search = new ConversationSearch();
        try (Connection connection = search.fixpunkt.database().connect()) {
            search.prepare(connection);
            search.grow(connection, IN_THE_ORDER_OF_TIME, true);
            for (String millions : args.length == 0 ? new String[] {"1", "5", "20"} : args) {
                search.grow(connection, Long.parseLong(millions) * 1_000_000, false);
                search.measure(connection);
            }
        }
        // The server and the database are stopped on the way out; threads of libraries would keep this from ending.
        System.exit(0);
    }

    private void prepare(Connection connection) throws SQLException {
        run(connection, "CREATE TABLE other (n INT PRIMARY KEY, id UUID NOT NULL)");
        run(connection, "INSERT INTO other SELECT seq, UUID() FROM seq_1_to_" + OTHERS);
        run(connection, "CREATE TABLE busy (n INT PRIMARY KEY, id UUID NOT NULL)");
        run(connection, "INSERT INTO busy VALUES (0, '" + device + "')");
        long nanos = fill(connection, "s.seq * 315 SECOND", BUSY, "busy d");
        rows += BUSY;
        LOG.info(() -> String.format("the busy device's year: %,.0f rows/s", BUSY * 1e9 / nanos));
        // What a message cost before: two rows in a table with three indexes, all devices in the order of time.
        long former = run(
                connection,
                "INSERT INTO device_communication SELECT UUID(), d.id, 'dc09', 'x', '2025-11-22' + INTERVAL s.seq SECOND, 'in',"
                        + " '10.0.0.1:4000', REPEAT('r', 90), REPEAT('d', 150), 'stored' FROM seq_1_to_200000 s JOIN other d"
                        + " ON d.n = 1 + s.seq * 7919 MOD " + OTHERS);
        run(connection, "TRUNCATE device_communication");
        LOG.info(() -> String.format("the former table: %,.0f rows/s, two of them a message", 200_000 * 1e9 / former));
    }

    /** Time-ordered over all devices first, as it comes in real life, which tells the price; then device by device, which is quicker. */
    private void grow(Connection connection, long target, boolean first) throws SQLException {
        long begin = System.nanoTime();
        long before = rows;
        while (rows < target) {
            int chunk = (int) Math.min(CHUNK, target - rows);
            long from = rows;
            String other = first
                    ? "d.n = 1 + s.seq * 7919 MOD " + OTHERS
                    : "d.n = 1 + (" + from + " DIV 1000 + s.seq DIV 1000) MOD " + OTHERS;
            String after = first ? "(" + from + " + s.seq) * 30" : "s.seq * 31500 MOD 31536000";
            fill(connection, after + " SECOND + INTERVAL s.seq MICROSECOND", chunk, "other d ON " + other);
            rows += chunk;
        }
        double perSecond = (rows - before) * 1e9 / (System.nanoTime() - begin);
        LOG.info(() -> String.format(
                "grown to %,d rows, %,.0f rows/s %s",
                rows, perSecond, first ? "in the order of time" : "device by device"));
    }

    /** @return how long it took, in nanoseconds */
    private static long fill(Connection connection, String after, int count, String devices) throws SQLException {
        String messages = "SELECT d.id AS device_id, '2025-11-22' + INTERVAL " + after + " AS at, " + MESSAGE
                + " FROM seq_1_to_" + count + " s JOIN " + devices;
        return run(connection, EXCHANGES.replace("MESSAGES", messages))
                + run(connection, SIGNALS.replace("MESSAGES", messages));
    }

    private void measure(Connection connection) throws SQLException {
        Map<String, Map<String, String>> searches = new LinkedHashMap<>();
        searches.put("the newest", Map.of());
        searches.put("a month", Map.of("from", "2026-05-01T00:00:00Z", "to", "2026-06-01T00:00:00Z"));
        searches.put("text, rare", Map.of("text", "källaren"));
        searches.put("text, nowhere", Map.of("text", "finns inte"));
        searches.put("verdict, rare", Map.of("verdict", "wrong-time"));
        searches.put("kind", Map.of("kind", "test"));
        searches.put("peer, nowhere", Map.of("peer", "192.0.2."));
        searches.put("direction", Map.of("direction", "out"));
        searches.put("all together", Map.of("text", "QA0007", "kind", "heartbeat", "verdict", "stored", "peer", "10."));
        for (Map.Entry<String, Map<String, String>> search : searches.entrySet()) {
            ask(search.getValue());
            LOG.info(() -> String.format(
                    "%,d rows; %s: warm %s; after others' rows %s",
                    rows, search.getKey(), times(search.getValue(), null), times(search.getValue(), connection)));
        }
        LOG.info(() -> "plan: " + plan(connection));
    }

    private String times(Map<String, String> search, Connection evicting) {
        long[] nanos = new long[evicting == null ? TIMES : 5];
        for (int i = 0; i < nanos.length; i++) {
            if (evicting != null) {
                evict(evicting);
            }
            long begin = System.nanoTime();
            ask(search);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return String.format(
                "p50 %.0f ms, p95 %.0f ms", nanos[nanos.length / 2] / 1e6, nanos[(nanos.length * 95 - 1) / 100] / 1e6);
    }

    private void ask(Map<String, String> search) {
        StringJoiner query = new StringJoiner("&");
        query.add("newest=true").add("limit=50");
        search.forEach((name, value) -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        administrator.get("devices/" + device + "/communication?" + query).expect(200);
    }

    /** Reads more of others' rows than the buffer pool holds; their pages take the place of the busy device's. */
    private void evict(Connection connection) {
        long part = Math.min(255, 1_200_000L * 256 / rows);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT (SELECT SUM(LENGTH(raw)) FROM device_exchange WHERE device_id < ?)"
                        + " + (SELECT SUM(LENGTH(raw)) FROM device_signal WHERE device_id < ?)")) {
            String first = String.format("%02x000000-0000-4000-8000-000000000000", part);
            statement.setString(1, first);
            statement.setString(2, first);
            statement.executeQuery().close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String plan(Connection connection) {
        List<String> lines = new ArrayList<>();
        String where = " WHERE device_id = '" + device + "' AND (decoded LIKE '%x%' OR LOCATE('x', raw) > 0)";
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery(
                        "EXPLAIN SELECT e.id FROM ((SELECT id, at, commit_id FROM device_exchange"
                                + where
                                + " ORDER BY at DESC, id DESC LIMIT 51) UNION ALL (SELECT id, received_at, commit_id FROM"
                                + " device_signal" + where
                                + " ORDER BY received_at DESC, id DESC LIMIT 51)) e LEFT JOIN"
                                + " intake_commit c ON c.id = e.commit_id ORDER BY e.at DESC, e.id DESC LIMIT 51")) {
            while (plan.next()) {
                lines.add(plan.getString("table") + " " + plan.getString("type") + " " + plan.getString("key") + " "
                        + plan.getString("rows") + " " + plan.getString("Extra"));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return String.join("; ", lines);
    }

    private static long run(Connection connection, String sql) throws SQLException {
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        return System.nanoTime() - begin;
    }
}
