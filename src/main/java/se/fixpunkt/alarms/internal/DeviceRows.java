package se.fixpunkt.alarms.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.Degrees;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceKey;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.InvalidValue.Fault;

/**
 * A device as a row of a workbook, and back. Times are written in UTC to the microsecond, and read in Swedish time too: of an hour
 * that comes twice the later, because they all say until when.
 */
final class DeviceRows {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    /** {@code SIA DC-09} and {@code SOS Access} are what people call them. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?i)^SIA(?=[ -])|[ -]");

    /** A moment as spreadsheets keep it: days since the end of 1899, and their fraction. */
    private static final Pattern DAYS = Pattern.compile("\\d{5}([.]\\d{1,15})?");

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern FAILED = Pattern.compile("#(?:N/A|REF!|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private DeviceRows() {}

    static DeviceRow of(int number, Device device, DeviceRecord record) {
        Map<DeviceColumn, String> cells = new EnumMap<>(DeviceColumn.class);
        DeviceSettings settings = device.settings();
        put(cells, DeviceColumn.PROTOCOL, device.identity().protocol().wire());
        put(cells, DeviceColumn.IDENTITY, device.identity().value());
        put(cells, DeviceColumn.NAME, device.name());
        put(cells, DeviceColumn.GROUP, device.groupName());
        put(cells, DeviceColumn.SUPERVISION, device.supervisionSeconds());
        put(cells, DeviceColumn.PERSON, record.person());
        put(cells, DeviceColumn.ADDRESS, record.address());
        put(cells, DeviceColumn.LATITUDE, plain(record.latitude()));
        put(cells, DeviceColumn.LONGITUDE, plain(record.longitude()));
        put(cells, DeviceColumn.INSTRUCTIONS, record.instructions());
        for (int i = 0; i < record.contacts().size(); i++) {
            Contact contact = record.contacts().get(i);
            put(cells, DeviceColumn.ofContact(i, 0), contact.name());
            put(cells, DeviceColumn.ofContact(i, 1), contact.phone());
            put(cells, DeviceColumn.ofContact(i, 2), contact.relation());
        }
        put(cells, DeviceColumn.SECOND_RECEIVER, settings.secondReceiver());
        put(cells, DeviceColumn.ON_TEST, settings.onTestUntil());
        put(cells, DeviceColumn.OUT_OF_SERVICE, settings.outOfServiceUntil());
        put(cells, DeviceColumn.ALARM_LIMIT, settings.alarmLimit());
        return new DeviceRow(number, cells);
    }

    /** @throws InvalidValue with the contract's name of what is wrong; what cannot be read in the row comes first */
    static DeviceIdentity identity(DeviceRow row) {
        if (!row.faults().isEmpty()) {
            Fault first = row.faults().get(0);
            throw new InvalidValue(first.field(), first.reason());
        }
        String protocol = row.cell(DeviceColumn.PROTOCOL).orElse("");
        if (protocol.isEmpty()) {
            throw new InvalidValue("protocol", "required");
        }
        Protocol spoken = Protocol.of(BETWEEN_NAMES.matcher(protocol).replaceAll(""))
                .orElseThrow(() -> new InvalidValue("protocol", "unknown"));
        return DeviceIdentity.of(spoken, row.cell(DeviceColumn.IDENTITY).orElse(""));
    }

    /**
     * The device after the row, given the one there is.
     *
     * @param was what a column that the sheet does not have says
     * @param groups finds a group by its name; null when there is none
     * @throws InvalidValue with the contract's name of what is wrong
     */
    static NewDevice device(
            DeviceRow row, DeviceIdentity identity, DeviceRow was, Function<String, DeviceGroupId> groups) {
        if (row.cells().values().stream().anyMatch(cell -> FAILED.matcher(cell).matches())) {
            throw new InvalidValue("formula", "failed");
        }
        Function<DeviceColumn, String> text =
                column -> row.cell(column).or(() -> was.cell(column)).orElse("");
        String key =
                row.cell(DeviceColumn.KEY).filter(written -> !written.isEmpty()).orElse(null);
        if (key != null) {
            DeviceKey.of(identity.protocol(), key);
        }
        DeviceSettings settings = new DeviceSettings(
                group(text.apply(DeviceColumn.GROUP), groups),
                text.apply(DeviceColumn.SECOND_RECEIVER),
                time(DeviceColumn.ON_TEST, text),
                time(DeviceColumn.OUT_OF_SERVICE, text),
                whole(DeviceColumn.ALARM_LIMIT, text));
        return new NewDevice(
                identity,
                text.apply(DeviceColumn.NAME),
                key,
                whole(DeviceColumn.SUPERVISION, text),
                settings,
                record(text));
    }

    private static DeviceRecord record(Function<DeviceColumn, String> text) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < DeviceRecord.CONTACTS; i++) {
            String name = text.apply(DeviceColumn.ofContact(i, 0));
            String phone = text.apply(DeviceColumn.ofContact(i, 1));
            String relation = text.apply(DeviceColumn.ofContact(i, 2));
            if (!(name + phone + relation).isEmpty()) {
                contacts.add(new Contact(name, phone, relation));
            }
        }
        return new DeviceRecord(
                text.apply(DeviceColumn.PERSON),
                text.apply(DeviceColumn.ADDRESS),
                degrees(DeviceColumn.LATITUDE, text),
                degrees(DeviceColumn.LONGITUDE, text),
                text.apply(DeviceColumn.INSTRUCTIONS),
                contacts);
    }

    private static DeviceGroupId group(String name, Function<String, DeviceGroupId> groups) {
        if (name.isEmpty()) {
            return DeviceGroupId.NONE;
        }
        DeviceGroupId group = groups.apply(name);
        if (group == null) {
            throw new InvalidValue("group", "unknown");
        }
        return group;
    }

    private static BigDecimal degrees(DeviceColumn column, Function<DeviceColumn, String> text) {
        String written = text.apply(column);
        return written.isEmpty() ? null : Degrees.read(column.wire(), written);
    }

    private static Integer whole(DeviceColumn column, Function<DeviceColumn, String> text) {
        String written = text.apply(column);
        if (written.isEmpty()) {
            return 0;
        }
        if (!WHOLE.matcher(written).matches()) {
            throw new InvalidValue(column.wire(), "malformed");
        }
        return Integer.valueOf(written);
    }

    private static Instant time(DeviceColumn column, Function<DeviceColumn, String> text) {
        String written = text.apply(column);
        if (written.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return written.endsWith("Z")
                    ? Instant.parse(written)
                    : local(written).atZone(SWEDEN).withLaterOffsetAtOverlap().toInstant();
        } catch (DateTimeException nonsense) {
            throw new InvalidValue(column.wire(), "malformed");
        }
    }

    /** A day without an hour is its beginning, as it is to a spreadsheet. */
    private static LocalDateTime local(String written) {
        if (DAYS.matcher(written).matches()) {
            BigDecimal seconds = new BigDecimal(written).multiply(SECONDS_A_DAY);
            return FIRST_DAY.plusSeconds(
                    seconds.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
        }
        return written.length() == 10
                ? LocalDate.parse(written).atStartOfDay()
                : LocalDateTime.parse(written.replace(' ', 'T'));
    }

    private static String plain(BigDecimal degrees) {
        return degrees == null ? null : degrees.toPlainString();
    }

    private static void put(Map<DeviceColumn, String> cells, DeviceColumn column, Object value) {
        cells.put(column, value == null ? "" : value.toString());
    }
}
