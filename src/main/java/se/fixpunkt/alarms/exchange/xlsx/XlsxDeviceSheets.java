package se.fixpunkt.alarms.exchange.xlsx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.UnreadableWorkbook;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.alarms.domain.DeviceSheets;

/** The first sheet of an xlsx file; its first row with anything in it names the columns. */
@ApplicationScoped
class XlsxDeviceSheets implements DeviceSheets {

    @Override
    public List<DeviceRow> read(byte[] workbook) {
        if (workbook.length > DeviceFiles.BYTES) {
            throw new UnreadableWorkbook("too-large");
        }
        List<SheetReader.Row> rows = SheetReader.rows(WorkbookParts.of(workbook));
        if (rows.isEmpty()) {
            throw new UnreadableWorkbook("columns");
        }
        Map<Integer, DeviceColumn> columns = columns(rows.get(0));
        List<DeviceRow> devices = new ArrayList<>();
        for (SheetReader.Row row : rows.subList(1, rows.size())) {
            Map<DeviceColumn, String> cells = new EnumMap<>(DeviceColumn.class);
            columns.forEach((place, column) -> cells.put(column, row.cells().getOrDefault(place, "")));
            DeviceRow device = new DeviceRow(row.number(), cells);
            if (!device.isEmpty()) {
                devices.add(device);
            }
        }
        if (devices.size() > DeviceFiles.ROWS) {
            throw new UnreadableWorkbook("too-large");
        }
        return devices;
    }

    private static Map<Integer, DeviceColumn> columns(SheetReader.Row heading) {
        Map<Integer, DeviceColumn> columns = new HashMap<>();
        heading.cells().forEach((place, text) -> DeviceColumn.under(text)
                .filter(column -> !columns.containsValue(column))
                .ifPresent(column -> columns.put(place, column)));
        for (DeviceColumn must : List.of(DeviceColumn.PROTOCOL, DeviceColumn.IDENTITY, DeviceColumn.NAME)) {
            if (!columns.containsValue(must)) {
                throw new UnreadableWorkbook("columns");
            }
        }
        return columns;
    }

    @Override
    public byte[] write(List<DeviceRow> rows) {
        return SheetWriter.workbook(rows);
    }
}
