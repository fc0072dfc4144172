package se.fixpunkt.alarms.faces;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.Degrees;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceChange;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.DeviceKey;
import se.fixpunkt.shared.Faults;
import se.fixpunkt.shared.InvalidValue;

/** What a device is registered and changed with, besides its name and key, as somebody types it. */
public final class DeviceForm {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private String group = "";
    private String secondReceiver = "";
    private String onTestUntil = "";
    private String outOfServiceUntil = "";
    private String alarmLimit = "";
    private String person = "";
    private String address = "";
    private String latitude = "";
    private String longitude = "";
    private String instructions = "";
    private final List<ContactLine> contacts = new ArrayList<>();

    DeviceForm() {
        for (int i = 0; i < DeviceRecord.CONTACTS; i++) {
            contacts.add(new ContactLine());
        }
    }

    void fill(Device device, DeviceRecord record) {
        DeviceSettings settings = device.settings();
        group = settings.group() == null ? "" : settings.group().toString();
        secondReceiver = settings.secondReceiver();
        onTestUntil = WallTime.write(settings.onTestUntil());
        outOfServiceUntil = WallTime.write(settings.outOfServiceUntil());
        alarmLimit = settings.alarmLimit() == null ? "" : settings.alarmLimit().toString();
        person = record.person();
        address = record.address();
        latitude = record.latitude() == null ? "" : record.latitude().toPlainString();
        longitude = record.longitude() == null ? "" : record.longitude().toPlainString();
        instructions = record.instructions();
        for (int i = 0; i < record.contacts().size(); i++) {
            contacts.set(i, ContactLine.of(record.contacts().get(i)));
        }
    }

    /**
     * The device as it stands in the form.
     *
     * @throws InvalidValue with every field that is wrong
     */
    NewDevice newDevice(String protocol, String identity, String name, String key, String supervisionSeconds) {
        Faults faults = new Faults();
        Protocol spoken = faults.read(() -> protocol(protocol), Protocol.WEBHOOK);
        // The stand-in is an identity in any protocol, so that the key is judged by the protocol all the same.
        DeviceIdentity called = faults.read(() -> DeviceIdentity.of(spoken, identity), DeviceIdentity.of(spoken, "0"));
        Integer seconds = faults.read(() -> whole("supervisionSeconds", supervisionSeconds), 0);
        DeviceSettings settings = faults.read(this::settings, DeviceSettings.NONE);
        DeviceRecord record = faults.read(this::record, DeviceRecord.EMPTY);
        NewDevice device = faults.read(() -> new NewDevice(called, name, key, seconds, settings, record), null);
        faults.refuse();
        return device;
    }

    /**
     * What becomes of the device by what stands in the form.
     *
     * @param key null to keep the one there is, empty to take it away
     * @throws InvalidValue with every field that is wrong
     */
    DeviceChange change(Protocol protocol, String name, String key, String supervisionSeconds) {
        Faults faults = new Faults();
        if (key != null && !key.isBlank()) {
            faults.read(() -> DeviceKey.of(protocol, key.strip()), null);
        }
        Integer seconds = faults.read(() -> whole("supervisionSeconds", supervisionSeconds), 0);
        DeviceSettings settings = faults.read(this::settings, DeviceSettings.NONE);
        DeviceRecord record = faults.read(this::record, DeviceRecord.EMPTY);
        DeviceChange change =
                faults.read(() -> new DeviceChange(name == null ? "" : name, key, seconds, settings, record), null);
        faults.refuse();
        return change;
    }

    private DeviceSettings settings() {
        Faults faults = new Faults();
        DeviceGroupId chosen = faults.read(this::group, DeviceGroupId.NONE);
        Instant test = faults.read(() -> WallTime.read("onTestUntil", onTestUntil), Instant.EPOCH);
        Instant service = faults.read(() -> WallTime.read("outOfServiceUntil", outOfServiceUntil), Instant.EPOCH);
        Integer limit = faults.read(() -> whole("alarmLimit", alarmLimit), 0);
        String receiver = secondReceiver == null ? "" : secondReceiver;
        DeviceSettings settings =
                faults.read(() -> new DeviceSettings(chosen, receiver, test, service, limit), DeviceSettings.NONE);
        faults.refuse();
        return settings;
    }

    private DeviceRecord record() {
        Faults faults = new Faults();
        BigDecimal north = faults.read(() -> degrees("latitude", latitude), BigDecimal.ZERO);
        BigDecimal east = faults.read(() -> degrees("longitude", longitude), BigDecimal.ZERO);
        List<Contact> called = faults.read(this::contacts, List.of());
        DeviceRecord record = faults.read(
                () -> new DeviceRecord(person, address, north, east, instructions, called), DeviceRecord.EMPTY);
        faults.refuse();
        return record;
    }

    private List<Contact> contacts() {
        return contacts.stream()
                .filter(line -> !line.isEmpty())
                .map(ContactLine::toContact)
                .toList();
    }

    private static Protocol protocol(String written) {
        return Protocol.of(written == null ? "" : written).orElseThrow(() -> new InvalidValue("protocol", "required"));
    }

    private DeviceGroupId group() {
        try {
            return group == null || group.isBlank() ? DeviceGroupId.NONE : new DeviceGroupId(UUID.fromString(group));
        } catch (IllegalArgumentException nonsense) {
            throw new InvalidValue("group", "unknown");
        }
    }

    /** 0 for an empty field, which takes the value away. */
    private static Integer whole(String field, String written) {
        if (written == null || written.isBlank()) {
            return 0;
        }
        if (!WHOLE.matcher(written.strip()).matches()) {
            throw new InvalidValue(field, "malformed");
        }
        return Integer.valueOf(written.strip());
    }

    private static BigDecimal degrees(String field, String written) {
        return written == null || written.isBlank() ? null : Degrees.read(field, written);
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getSecondReceiver() {
        return secondReceiver;
    }

    public void setSecondReceiver(String secondReceiver) {
        this.secondReceiver = secondReceiver;
    }

    public String getOnTestUntil() {
        return onTestUntil;
    }

    public void setOnTestUntil(String onTestUntil) {
        this.onTestUntil = onTestUntil;
    }

    public String getOutOfServiceUntil() {
        return outOfServiceUntil;
    }

    public void setOutOfServiceUntil(String outOfServiceUntil) {
        this.outOfServiceUntil = outOfServiceUntil;
    }

    public String getAlarmLimit() {
        return alarmLimit;
    }

    public void setAlarmLimit(String alarmLimit) {
        this.alarmLimit = alarmLimit;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getLatitude() {
        return latitude;
    }

    public void setLatitude(String latitude) {
        this.latitude = latitude;
    }

    public String getLongitude() {
        return longitude;
    }

    public void setLongitude(String longitude) {
        this.longitude = longitude;
    }

    public String getInstructions() {
        return instructions;
    }

    public void setInstructions(String instructions) {
        this.instructions = instructions;
    }

    public List<ContactLine> getContacts() {
        return contacts;
    }
}
