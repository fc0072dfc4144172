package se.fixpunkt.alarms.faces;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.shared.InvalidValue;

/** What a device is registered and changed with, besides its name and key, as somebody types it. */
public final class DeviceForm {
    private String group = "";
    private String secondReceiver = "";
    private String onTestUntil = "";
    private String outOfServiceUntil = "";
    private Integer alarmLimit;
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
        alarmLimit = settings.alarmLimit();
        person = record.person();
        address = record.address();
        latitude = record.latitude() == null ? "" : record.latitude().toPlainString();
        longitude = record.longitude() == null ? "" : record.longitude().toPlainString();
        instructions = record.instructions();
        for (int i = 0; i < record.contacts().size(); i++) {
            contacts.set(i, ContactLine.of(record.contacts().get(i)));
        }
    }

    /** @throws InvalidValue with the field that is wrong */
    DeviceSettings settings() {
        return new DeviceSettings(
                group(),
                secondReceiver == null ? "" : secondReceiver,
                WallTime.read("onTestUntil", onTestUntil),
                WallTime.read("outOfServiceUntil", outOfServiceUntil),
                alarmLimit == null ? 0 : alarmLimit);
    }

    /** @throws InvalidValue with the field that is wrong */
    DeviceRecord record() {
        return new DeviceRecord(
                person,
                address,
                degrees("latitude", latitude),
                degrees("longitude", longitude),
                instructions,
                contacts.stream()
                        .filter(line -> !line.isEmpty())
                        .map(ContactLine::toContact)
                        .toList());
    }

    private DeviceGroupId group() {
        try {
            return group == null || group.isBlank() ? DeviceGroupId.NONE : new DeviceGroupId(UUID.fromString(group));
        } catch (IllegalArgumentException nonsense) {
            throw new InvalidValue("group", "unknown");
        }
    }

    private static BigDecimal degrees(String field, String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        if (!written.strip().matches("[+-]?\\d{1,3}([.,]\\d{1,8})?")) {
            throw new InvalidValue(field, "malformed");
        }
        return new BigDecimal(written.strip().replace(',', '.'));
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

    public Integer getAlarmLimit() {
        return alarmLimit;
    }

    public void setAlarmLimit(Integer alarmLimit) {
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
