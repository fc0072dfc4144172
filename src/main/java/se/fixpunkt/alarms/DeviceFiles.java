package se.fixpunkt.alarms;

import java.util.Arrays;
import java.util.List;
import se.fixpunkt.alarms.domain.DeviceColumn;

/**
 * The register as a workbook (xlsx), out and in. Everything takes {@code MANAGE_DEVICES}. Keys come in, where a row has one,
 * and never go out. A row is the device of its protocol and identity; devices that no row names stay as they are. Columns
 * may stand in any order and may be missing, then their values stay; the first three must be there. What an export wrote
 * changes nothing when it is imported.
 */
public interface DeviceFiles {

    /**
     * The most rows in one file: what one commit can carry without holding up the alarms of everybody else, see
     * {@code src/adr/022}. A longer list is taken in several files, because devices that a file does not name stay as they are.
     */
    int ROWS = 5_000;

    /** The columns, by their names in the contract; the headings of an export do as well. */
    List<String> COLUMNS =
            Arrays.stream(DeviceColumn.values()).map(DeviceColumn::wire).toList();

    /** The largest file, in bytes. */
    int BYTES = 8 << 20;

    /** The whole register. That somebody took it is in the journal. */
    byte[] export();

    /**
     * What a workbook would do. It is kept for a day, sealed, so that it can be accepted.
     *
     * @throws UnreadableWorkbook when it is no workbook of devices
     */
    DeviceImport preview(byte[] workbook);

    /** As {@link #preview}, and nothing is kept. */
    DeviceImport check(byte[] workbook);

    /** What a draft of the caller's would do now. */
    DeviceImport draft(DeviceImportId id);

    /**
     * Takes all rows of a draft, or none.
     *
     * @throws DeviceImportRefused when a row cannot be taken
     */
    DeviceImport accept(DeviceImportId id);

    /** Takes all rows of a workbook, or none, without a preview. */
    DeviceImport take(byte[] workbook);
}
