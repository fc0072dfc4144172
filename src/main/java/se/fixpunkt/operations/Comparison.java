package se.fixpunkt.operations;

import java.time.Instant;
import java.util.List;

/**
 * How alike the database's copies were found to be, row by row.
 *
 * @param begunAt null while it waits to be begun
 * @param endedAt null while it goes on
 * @param tables how many are compared, {@code tablesDone} of them so far
 * @param rows compared so far, in each copy
 * @param copies which were compared, the first one with each of the others
 * @param unreachable which could not be asked, and are said nothing of
 * @param differences empty when all are alike
 */
public record Comparison(
        Instant begunAt,
        Instant endedAt,
        int tables,
        int tablesDone,
        long rows,
        List<String> copies,
        List<String> unreachable,
        List<Difference> differences) {
    public Comparison {
        copies = copies == null ? List.of() : List.copyOf(copies);
        unreachable = unreachable == null ? List.of() : List.copyOf(unreachable);
        differences = differences == null ? List.of() : List.copyOf(differences);
    }

    public boolean isUnderWay() {
        return endedAt == null;
    }

    /**
     * @param copy which differs from the first one; who is right is for a person to find out
     * @param rows that are in one of them only, or not the same in both
     * @param key of one such row
     */
    public record Difference(String table, String copy, long rows, String key) {}
}
