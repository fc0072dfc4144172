package se.fixpunkt.cluster.faults;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.cluster.faults.ActionBook.Action;
import se.fixpunkt.cluster.faults.ActionBook.Outcome;
import se.fixpunkt.cluster.faults.SignalBook.Entry;
import se.fixpunkt.cluster.faults.SignalBook.SignalName;

/**
 * What one database node holds, compared with the books. The device's own number of a message is read out of the stored raw
 * bytes, not out of anything that Fixpunkt derived from them.
 */
final class Truth {
    /** Of devices that are not in the book. */
    private static final Pattern UNNUMBERED = Pattern.compile("(?!)()");

    private static final Map<String, Pattern> NUMBERS = Map.of(
            "dc09", Pattern.compile("\"SIA-DCS\"(\\d{4})"),
            "scaip", Pattern.compile("<ref>([^<]*)</ref>"),
            "webhook", Pattern.compile("(?i)Idempotency-Key: *(\\S+)"));

    private final Map<SignalName, Integer> signals = new HashMap<>();
    private final Map<SignalName, Integer> alarms = new HashMap<>();
    private final Map<String, Integer> journal = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> checksums = new TreeMap<>();

    private Truth() {}

    static Truth of(Connection node) throws SQLException {
        Truth truth = new Truth();
        try (Statement statement = node.createStatement()) {
            truth.readSignals(statement);
            truth.readAlarms(statement);
            truth.readJournal(statement);
            truth.readChecksums(statement);
        }
        return truth;
    }

    /** One line per acknowledged message that is missing or there more than once. */
    List<String> faultsOf(SignalBook book) {
        List<String> faults = new ArrayList<>();
        for (Entry entry : book.entries()) {
            int times = signals.getOrDefault(entry.name(), 0);
            if (entry.isAcknowledged() && times == 0) {
                faults.add("lost: " + entry.name());
            }
            if (times > 1) {
                faults.add("stored " + times + " times: " + entry.name());
            }
            if (times == 1 && alarms.getOrDefault(entry.name(), 0) != 1) {
                faults.add("alarms " + alarms.getOrDefault(entry.name(), 0) + ": " + entry.name());
            }
        }
        return faults;
    }

    /** One line per action whose traces are not what its operator was told. */
    List<String> faultsOf(ActionBook book) {
        List<String> faults = new ArrayList<>();
        Map<String, Set<String>> takers = new HashMap<>();
        for (Action action : book.with(Outcome.DONE)) {
            String trace = action.kind() + " " + action.alarm() + " " + action.text();
            int rows = journal.getOrDefault(trace, 0);
            if (rows != 1) {
                faults.add(rows + " journal rows: " + trace);
            }
            if ("AlarmTaken".equals(action.kind())) {
                takers.computeIfAbsent(action.alarm(), same -> new HashSet<>()).add(action.operator());
            }
        }
        takers.forEach((alarm, names) -> {
            if (names.size() > 1 || !names.contains(owners.get(alarm))) {
                faults.add("taken by " + names + ", belongs to " + owners.get(alarm) + ": " + alarm);
            }
        });
        return faults;
    }

    /** How many actions of unknown outcome turned out to have happened. */
    long happened(ActionBook book) {
        return book.with(Outcome.UNKNOWN).stream()
                .filter(action -> journal.containsKey(action.kind() + " " + action.alarm() + " " + action.text()))
                .count();
    }

    /** The tables whose contents differ between two nodes. */
    List<String> differences(Truth other) {
        Set<String> tables = new HashSet<>(checksums.keySet());
        tables.addAll(other.checksums.keySet());
        return tables.stream()
                .filter(table -> !String.valueOf(checksums.get(table)).equals(other.checksums.get(table)))
                .sorted()
                .toList();
    }

    private void readSignals(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT identity, protocol, raw FROM device_signal")) {
            while (rows.next()) {
                signals.merge(name(rows), 1, Integer::sum);
            }
        }
    }

    private void readAlarms(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                """
                SELECT s.identity, s.protocol, s.raw, a.id, a.taken_by_name FROM alarm a LEFT JOIN device_signal s
                    ON s.device_id = a.device_id AND s.received_at = a.received_at AND s.id = a.signal_id
                """)) {
            while (rows.next()) {
                // One about the installation itself, or about a device's silence or flood, has no signal.
                if (rows.getString("identity") != null) {
                    alarms.merge(name(rows), 1, Integer::sum);
                }
                owners.put(rows.getString("id"), rows.getString("taken_by_name"));
            }
        }
    }

    private static SignalName name(ResultSet row) throws SQLException {
        String raw = new String(row.getBytes("raw"), StandardCharsets.ISO_8859_1);
        Matcher number = NUMBERS.getOrDefault(row.getString("protocol").toLowerCase(Locale.ROOT), UNNUMBERED)
                .matcher(raw);
        return new SignalName(row.getString("identity"), number.find() ? number.group(1) : "none");
    }

    private void readJournal(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT kind, subject_id, COALESCE(JSON_VALUE(after_values, '$.text'), '') AS text FROM journal"
                        + " WHERE kind IN ('AlarmTaken', 'AlarmNoted', 'AlarmClosed')")) {
            while (rows.next()) {
                String trace =
                        rows.getString("kind") + " " + rows.getString("subject_id") + " " + rows.getString("text");
                journal.merge(trace, 1, Integer::sum);
            }
        }
    }

    private void readChecksums(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        for (String table : tables) {
            try (ResultSet rows = statement.executeQuery("CHECKSUM TABLE `" + table + "` EXTENDED")) {
                rows.next();
                checksums.put(table, rows.getString(2));
            }
        }
    }
}
