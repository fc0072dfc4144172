package se.fixpunkt.shared.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import se.fixpunkt.shared.DatabaseSight;

/**
 * How to look at the database of a connection. A real table is read, because a node in the minority still answers
 * {@code SELECT 1}, and nothing waits for other nodes.
 */
final class DatabaseLook {
    private static final String STATUS =
            """
            SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_ready', 'wsrep_cluster_status', 'wsrep_cluster_size',
                'wsrep_local_state_comment', 'wsrep_flow_control_paused', 'wsrep_local_recv_queue', 'wsrep_last_committed')
            """;

    private final boolean replicated;
    private final String node;

    private DatabaseLook(boolean replicated, String node) {
        this.replicated = replicated;
        this.node = node;
    }

    static DatabaseLook at(Connection connection) throws SQLException {
        Map<String, String> settings = pairs(
                connection, "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('wsrep_on', 'wsrep_node_name', 'hostname')");
        boolean replicated = "ON".equals(settings.get("wsrep_on"));
        if (replicated) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION wsrep_sync_wait = 0");
            }
        }
        String host = settings.getOrDefault("hostname", "");
        return new DatabaseLook(replicated, replicated ? settings.getOrDefault("wsrep_node_name", host) : host);
    }

    DatabaseSight again(Connection connection) throws SQLException {
        if (!replicated) {
            readTable(connection);
            return sight(Map.of(), true);
        }
        Map<String, String> status = pairs(connection, STATUS);
        return sight(status, isReadable(connection, status));
    }

    /** What the status values come to. */
    DatabaseSight sight(Map<String, String> status, boolean answers) {
        if (!replicated) {
            return answers ? DatabaseSight.alone(node) : DatabaseSight.NONE;
        }
        return new DatabaseSight(
                answers,
                true,
                node,
                status.getOrDefault("wsrep_cluster_status", ""),
                number(status, "wsrep_cluster_size").intValue(),
                status.getOrDefault("wsrep_local_state_comment", ""),
                number(status, "wsrep_flow_control_paused"),
                number(status, "wsrep_local_recv_queue").longValue(),
                number(status, "wsrep_last_committed").longValue());
    }

    private static BigDecimal number(Map<String, String> status, String name) {
        String text = status.getOrDefault(name, "0");
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static boolean isReadable(Connection connection, Map<String, String> status) {
        if (!"ON".equals(status.get("wsrep_ready"))) {
            return false;
        }
        try {
            readTable(connection);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void readTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM node_lease")) {
            rows.next();
        }
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    /** A database of these settings, for tests of what is made of its status. */
    static DatabaseLook of(boolean replicated, String node) {
        return new DatabaseLook(replicated, node);
    }
}
