package se.fixpunkt.alarms.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.shared.InvalidValue.Fault;

/**
 * One row of a workbook of devices.
 *
 * @param number as the spreadsheet numbers it, from 1
 * @param cells what stands in it; a column that the sheet does not have has no entry, an empty cell an empty text
 * @param faults what people see in the row and nobody can read, in the order of its columns; such a row is no device
 */
public record DeviceRow(int number, Map<DeviceColumn, String> cells, List<Fault> faults) {
    private static final char HARD_BLANK = '\u00a0';

    public DeviceRow {
        cells = Map.copyOf(cells);
        faults = List.copyOf(faults);
    }

    /** A row that can be read. */
    public DeviceRow(int number, Map<DeviceColumn, String> cells) {
        this(number, cells, List.of());
    }

    /** The cell's text without the blanks around it, hard ones too; empty when the sheet has no such column. */
    public Optional<String> cell(DeviceColumn column) {
        return Optional.ofNullable(cells.get(column))
                .map(text -> text.replace(HARD_BLANK, ' ').strip());
    }

    public boolean isEmpty() {
        return faults.isEmpty() && cells.values().stream().allMatch(String::isBlank);
    }
}
