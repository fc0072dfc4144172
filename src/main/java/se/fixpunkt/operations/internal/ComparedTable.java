package se.fixpunkt.operations.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements that read a table's fingerprint. A row's is the half of an MD5 over all its values, where a value that is missing and an
 * empty one are not the same; a range's is the exclusive or of its rows', which needs no order.
 *
 * @param keys the columns of the primary key
 */
record ComparedTable(String name, List<String> keys, List<Column> columns) {
    private static final Set<String> PLAIN = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "bigint",
            "decimal",
            "date",
            "time",
            "datetime",
            "timestamp",
            "uuid");

    /** @param type as in {@code information_schema} */
    record Column(String name, String type) {
        /** Long and foreign values by their own sum, so that no character set and no separator matters. */
        private String text() {
            String value = PLAIN.contains(type.toLowerCase(Locale.ROOT))
                    ? "CAST(" + quoted(name) + " AS CHAR)"
                    : "MD5(" + quoted(name) + ")";
            return "COALESCE(" + value + ",'-')";
        }

        private String key() {
            return isBinary() ? "HEX(" + quoted(name) + ")" : "CAST(" + quoted(name) + " AS CHAR)";
        }

        private boolean isBinary() {
            return type.toLowerCase(Locale.ROOT).endsWith("binary");
        }
    }

    /** The rows of {@code first key > ? AND first key <= ?}: how many, and their fingerprint. */
    String sumOf(boolean after, boolean upTo) {
        return "SELECT COUNT(*), COALESCE(BIT_XOR(" + fingerprint() + "),0) FROM " + quoted(name) + where(after, upTo);
    }

    /** The same rows one by one: key, fingerprint. */
    String rowsOf(boolean after, boolean upTo) {
        String key = columns.stream()
                .filter(column -> keys.contains(column.name()))
                .map(Column::key)
                .collect(Collectors.joining(",' ',"));
        return "SELECT CONCAT(" + key + "), " + fingerprint() + " FROM " + quoted(name) + where(after, upTo);
    }

    /** The first key's value so many rows on, which ends a range. */
    String boundary(boolean after, int rows) {
        String value = isBinary() ? "HEX(" + first() + ")" : first();
        return "SELECT " + value + " FROM " + quoted(name) + where(after, false) + " ORDER BY " + first()
                + " LIMIT 1 OFFSET " + rows;
    }

    /** Whether the first key's values are no text and travel in hexadecimal. */
    private boolean isBinary() {
        return columns.stream().anyMatch(column -> column.name().equals(keys.get(0)) && column.isBinary());
    }

    private String fingerprint() {
        String values = columns.stream().map(Column::text).collect(Collectors.joining(","));
        return "CAST(CONV(LEFT(MD5(CONCAT_WS('|'," + values + ")),16),16,10) AS UNSIGNED)";
    }

    private String where(boolean after, boolean upTo) {
        if (!after && !upTo) {
            return "";
        }
        String bound = isBinary() ? "UNHEX(?)" : "?";
        return " WHERE " + (after ? first() + " > " + bound : "") + (after && upTo ? " AND " : "")
                + (upTo ? first() + " <= " + bound : "");
    }

    private String first() {
        return quoted(keys.get(0));
    }

    private static String quoted(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }
}
