package se.fixpunkt.alarms.exchange.xlsx;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.UnreadableWorkbook;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.alarms.domain.DeviceSheet;
import se.fixpunkt.alarms.domain.DeviceSheets;

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

    /** Of a Swedish number that a spreadsheet took for one: a mobile number without its zero, one from abroad without its plus. */
    private static final Pattern MOBILE = Pattern.compile("7[0-9]{8}");

    private static final Pattern WITH_COUNTRY = Pattern.compile("46[1-9][0-9]{6,8}");

    @Override
    public DeviceSheet read(byte[] workbook) {
        if (workbook.length > DeviceFiles.BYTES) {
            throw new UnreadableWorkbook("too-large");
        }
        return SheetReader.sheets(WorkbookParts.of(workbook))
                .flatMap(rows -> sheet(rows).stream())
                .findFirst()
                .orElseThrow(() -> new UnreadableWorkbook("columns"));
    }

    /** Empty when the sheet has no headings of ours. */
    private static Optional<DeviceSheet> sheet(List<SheetReader.Row> rows) {
        for (int i = 0; i < Math.min(rows.size(), ABOVE); i++) {
            Map<Integer, DeviceColumn> columns = columns(rows.get(i));
            if (columns.values().containsAll(MUST)) {
                return Optional.of(new DeviceSheet(
                        devices(columns, rows.subList(i + 1, rows.size())), unread(rows.get(i), columns.keySet())));
            }
        }
        return Optional.empty();
    }

    private static List<DeviceRow> devices(Map<Integer, DeviceColumn> columns, List<SheetReader.Row> rows) {
        List<DeviceRow> devices = new ArrayList<>();
        for (SheetReader.Row row : rows) {
            Map<DeviceColumn, String> cells = new EnumMap<>(DeviceColumn.class);
            columns.forEach((place, column) -> cells.put(column, cell(row, place, column)));
            DeviceRow device = new DeviceRow(row.number(), cells);
            if (!device.isEmpty()) {
                devices.add(device);
            }
        }
        if (devices.size() > DeviceFiles.ROWS) {
            throw new UnreadableWorkbook("too-many-rows");
        }
        return devices;
    }

    private static String cell(SheetReader.Row row, int place, DeviceColumn column) {
        String text = row.cells().getOrDefault(place, "");
        if (!column.isPhone() || !row.numbers().contains(place)) {
            return text;
        }
        if (MOBILE.matcher(text).matches()) {
            return "0" + text;
        }
        return WITH_COUNTRY.matcher(text).matches() ? "+" + text : text;
    }

    private static List<String> unread(SheetReader.Row heading, Set<Integer> read) {
        return new TreeMap<>(heading.cells())
                .entrySet().stream()
                        .filter(cell -> !read.contains(cell.getKey()))
                        .map(cell -> cell.getValue().strip())
                        .limit(UNREAD)
                        .toList();
    }

    private static Map<Integer, DeviceColumn> columns(SheetReader.Row heading) {
        Map<Integer, DeviceColumn> columns = new HashMap<>();
        new TreeMap<>(heading.cells()).forEach((place, text) -> DeviceColumn.under(text)
                .filter(column -> !columns.containsValue(column))
                .ifPresent(column -> columns.put(place, column)));
        return columns;
    }

    @Override
    public byte[] write(List<DeviceRow> rows) {
        return SheetWriter.workbook(rows);
    }
}
