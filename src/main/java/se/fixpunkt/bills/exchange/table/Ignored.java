package se.fixpunkt.bills.exchange.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.fixpunkt.bills.domain.ImportProblem.Severity;

/** Cells outside the columns of the table: counted by column, so that each column is mentioned once. */
final class Ignored {
    private static final int MAX_COLUMNS = 200;
    private final Map<Integer, int[]> cells = new TreeMap<>();

    void add(int row, List<Cell> others) {
        for (Cell cell : others) {
            if (cells.containsKey(cell.column()) || cells.size() < MAX_COLUMNS) {
                cells.computeIfAbsent(cell.column(), column -> new int[] {row, 0})[1]++;
            }
        }
    }

    void tell(Problems problems, String sheet, Map<Integer, String> headings) {
        cells.forEach((column, firstAndCount) -> problems.add(
                Severity.INFO,
                sheet,
                firstAndCount[0],
                column,
                "column-ignored",
                RowReading.shortened(headings.getOrDefault(column, Cell.columnName(column))),
                String.valueOf(firstAndCount[1])));
        cells.clear();
    }
}
