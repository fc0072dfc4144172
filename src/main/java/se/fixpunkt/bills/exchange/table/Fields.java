package se.fixpunkt.bills.exchange.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.bills.domain.CleanText;
import se.fixpunkt.bills.domain.Dashes;

/**
 * A row's cells under the columns of the table.
 *
 * @param row as the spreadsheet program numbers it, from 1
 * @param others cells outside the known columns
 */
record Fields(
        int row,
        String code,
        String text,
        Cell unitCell,
        Figure quantity,
        Figure rate,
        Figure amount,
        String kind,
        String depth,
        List<Cell> known,
        List<Cell> others) {

    static Fields of(int row, List<Cell> cells, ColumnMap columns, Set<Integer> besideText) {
        Map<Column, Cell> byColumn = new HashMap<>();
        List<Cell> others = new ArrayList<>();
        for (Cell cell : cells) {
            columns.at(cell.column()).ifPresentOrElse(column -> byColumn.put(column, cell), () -> others.add(cell));
        }
        String text = textOf(byColumn.get(Column.TEXT));
        if (text.isEmpty() && !columns.isOwnExport()) {
            List<Cell> beside = others.stream()
                    .filter(cell -> besideText.contains(cell.column()) && Dashes.count(cell.text()) == 0)
                    .toList();
            text = beside.stream().map(Cell::text).collect(Collectors.joining(" "));
            others.removeAll(beside);
        }
        return new Fields(
                row,
                unescaped(CleanText.line(textOf(byColumn.get(Column.CODE))), columns),
                unescaped(text, columns),
                byColumn.get(Column.UNIT),
                Figure.of(byColumn.get(Column.QUANTITY), columns.isOwnExport()),
                Figure.of(byColumn.get(Column.RATE), columns.isOwnExport()),
                Figure.of(byColumn.get(Column.AMOUNT), columns.isOwnExport()),
                textOf(byColumn.get(Column.KIND)),
                textOf(byColumn.get(Column.DEPTH)),
                List.copyOf(byColumn.values()),
                others);
    }

    /** Our own export puts an apostrophe before what a spreadsheet program would take for a formula. */
    private static String unescaped(String text, ColumnMap columns) {
        return columns.isOwnExport() ? FormulaGuard.removed(text) : text;
    }

    private static String textOf(Cell cell) {
        return cell == null ? "" : cell.text();
    }

    boolean isEmpty() {
        return known.isEmpty() && text.isEmpty();
    }

    Fields withCodeAndText(String otherCode, String otherText) {
        return new Fields(row, otherCode, otherText, unitCell, quantity, rate, amount, kind, depth, known, others);
    }

    /** How many dashes stand in the unit's cell. */
    int unitDashes() {
        return unitCell == null ? 0 : Dashes.count(unitCell.text());
    }

    /** The unit, null when there is none or only dashes. */
    String unit() {
        return unitCell == null || unitCell.text().isEmpty() || unitDashes() > 0
                ? null
                : FormulaGuard.removed(CleanText.line(unitCell.text()));
    }

    boolean hasNoNumbers() {
        return quantity.isBlank() && rate.isBlank() && amount.isBlank();
    }
}
