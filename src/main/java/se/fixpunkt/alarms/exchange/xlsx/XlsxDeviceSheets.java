package se.fixpunkt.alarms.exchange.xlsx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.UnreadableWorkbook;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.alarms.domain.DeviceSheet;
import se.fixpunkt.alarms.domain.DeviceSheets;
import se.fixpunkt.shared.InvalidValue.Fault;

/**
 * The first sheet of an xlsx file that is a list of devices. The columns are named by its first row that can be headings: some
 * programs put a sheet about the export first, and people a title above.
 */
@ApplicationScoped
class XlsxDeviceSheets implements DeviceSheets {

    /** So many rows may stand above the headings. */
    private static final int ABOVE = 20;

    /** So many headings that are not ours are told of. */
    private static final int UNREAD = 20;

    private static final List<DeviceColumn> MUST =
            List.of(DeviceColumn.PROTOCOL, DeviceColumn.IDENTITY, DeviceColumn.NAME);

    @Override
    public DeviceSheet read(byte[] workbook) {
        if (workbook.length > DeviceFiles.BYTES) {
            throw new UnreadableWorkbook("too-large");
        }
        WorkbookParts parts = WorkbookParts.of(workbook);
        return SheetReader.sheets(parts)
                .flatMap(rows -> sheet(rows, parts.from1904()).stream())
                .findFirst()
                .orElseThrow(() -> new UnreadableWorkbook("columns"));
    }

    /** Empty when the sheet has no headings of ours. */
    private static Optional<DeviceSheet> sheet(List<SheetReader.Row> rows, boolean from1904) {
        for (int i = 0; i < Math.min(rows.size(), ABOVE); i++) {
            Map<Integer, DeviceColumn> columns = columns(rows.get(i));
            if (columns.values().containsAll(MUST)) {
                return Optional.of(new DeviceSheet(
                        devices(columns, rows.subList(i + 1, rows.size()), from1904),
                        unread(rows.get(i), columns.keySet())));
            }
        }
        return Optional.empty();
    }

    private static List<DeviceRow> devices(
            Map<Integer, DeviceColumn> columns, List<SheetReader.Row> rows, boolean from1904) {
        List<DeviceRow> devices = new ArrayList<>();
        for (SheetReader.Row row : rows) {
            Map<DeviceColumn, String> cells = new EnumMap<>(DeviceColumn.class);
            List<Fault> faults = new ArrayList<>();
            columns.forEach((place, column) -> {
                DeviceCell cell = new DeviceCell(column, row.cells().getOrDefault(place, Cell.EMPTY));
                cells.put(column, cell.text(from1904));
                cell.fault().ifPresent(faults::add);
            });
            DeviceRow device = new DeviceRow(row.number(), cells, faults);
            if (!device.isEmpty()) {
                devices.add(device);
            }
        }
        if (devices.size() > DeviceFiles.ROWS) {
            throw new UnreadableWorkbook("too-many-rows");
        }
        return devices;
    }

    private static List<String> unread(SheetReader.Row heading, Set<Integer> read) {
        return new TreeMap<>(heading.cells())
                .entrySet().stream()
                        .filter(cell -> !read.contains(cell.getKey()))
                        .map(cell -> cell.getValue().text().strip())
                        .filter(words -> !words.isEmpty())
                        .limit(UNREAD)
                        .toList();
    }

    private static Map<Integer, DeviceColumn> columns(SheetReader.Row heading) {
        Map<Integer, DeviceColumn> columns = new TreeMap<>();
        new TreeMap<>(heading.cells()).forEach((place, cell) -> DeviceColumn.under(cell.text())
                .filter(column -> !columns.containsValue(column))
                .ifPresent(column -> columns.put(place, column)));
        return columns;
    }

    @Override
    public byte[] write(List<DeviceRow> rows) {
        return SheetWriter.workbook(rows);
    }
}
