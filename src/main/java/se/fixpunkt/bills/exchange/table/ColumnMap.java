package se.fixpunkt.bills.exchange.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a sheet holds what, as its column headings say. */
final class ColumnMap {
    private static final int FEWEST = 3;

    private final Map<Column, Integer> places;
    private final Map<Integer, String> labels;
    private final Map<Integer, Column> byPlace = new HashMap<>();

    private ColumnMap(Map<Column, Integer> places, Map<Integer, String> labels) {
        this.places = places;
        this.labels = labels;
        places.forEach((column, place) -> byPlace.put(place, column));
    }

    /**
     * The columns that one heading row gives, or several whose words continue each other downwards; empty when the rows
     * are not the headings of a bill. A bill has a code or a text, a unit or a quantity, and at least three columns.
     */
    static Optional<ColumnMap> of(List<List<Cell>> rows) {
        if (rows.size() == 1 && rows.get(0).size() < FEWEST) {
            return Optional.empty();
        }
        ColumnMap map = labelled(rows);
        boolean named = map.has(Column.CODE) || map.has(Column.TEXT);
        boolean counted = map.has(Column.UNIT) || map.has(Column.QUANTITY);
        return named && counted && map.places.size() >= FEWEST && map.lastRowCounts(rows)
                ? Optional.of(map)
                : Optional.empty();
    }

    private static ColumnMap labelled(List<List<Cell>> rows) {
        Map<Integer, String> words = new HashMap<>();
        Map<Integer, Column> found = new HashMap<>();
        Map<Integer, String> labels = new HashMap<>();
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                String label = Label.of(cell.text());
                String joined = words.merge(cell.column(), label, String::concat);
                labels.merge(cell.column(), cell.text(), (above, below) -> above + " " + below);
                Column.labelled(joined)
                        .or(() -> Column.labelled(label))
                        .ifPresent(column -> found.put(cell.column(), column));
            }
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        found.keySet().stream().sorted().forEach(place -> places.putIfAbsent(found.get(place), place));
        return new ColumnMap(places, labels);
    }

    /** A row below complete headings is data unless it adds to them. */
    private boolean lastRowCounts(List<List<Cell>> rows) {
        return rows.size() == 1
                || labelled(rows.subList(0, rows.size() - 1)).places.size() < places.size();
    }

    /** These headings with those of a further row, when that row is nothing but headings; empty when it is data. */
    Optional<ColumnMap> continuedBy(List<List<Cell>> soFar, List<Cell> row) {
        boolean onlyHeadings = row.stream().allMatch(cell -> {
            String label = Label.of(cell.text());
            String above = Label.of(labels.getOrDefault(cell.column(), ""));
            return (!label.isEmpty() && Column.isMoney(label))
                    || Column.labelled(label).isPresent()
                    || (!label.isEmpty()
                            && !above.isEmpty()
                            && Column.labelled(above + label).isPresent());
        });
        if (!onlyHeadings) {
            return Optional.empty();
        }
        List<List<Cell>> all = new ArrayList<>(soFar);
        all.add(row);
        return Optional.of(labelled(all));
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /** The place of the column, -1 when the table has none. */
    int place(Column column) {
        return places.getOrDefault(column, -1);
    }

    Optional<Column> at(int place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /** The columns that have a heading we do not know, with the heading. */
    Map<Integer, String> unknown() {
        Map<Integer, String> unknown = new HashMap<>(labels);
        unknown.keySet().removeAll(places.values());
        return Collections.unmodifiableMap(unknown);
    }

    /** The columns without a heading between the code and the unit: text may run into them. */
    Set<Integer> blankBesideText() {
        Set<Integer> blank = new HashSet<>();
        int until = has(Column.UNIT) ? place(Column.UNIT) : place(Column.QUANTITY);
        for (int place = place(Column.CODE) + 1; place < until; place++) {
            if (!labels.containsKey(place)) {
                blank.add(place);
            }
        }
        return blank;
    }

    boolean isOwnExport() {
        return has(Column.KIND);
    }
}
