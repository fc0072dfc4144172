package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceChange;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceImport;
import se.fixpunkt.alarms.DeviceImport.Problem;
import se.fixpunkt.alarms.DeviceImportId;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.alarms.NewDevice;

/** What a workbook comes to against the register as it is. */
final class ImportPlan {
    private final List<NewDevice> added = new ArrayList<>();
    private final List<Change> changed = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> unread;
    private int unchanged;

    /** @param unread headings whose columns are not looked at */
    ImportPlan(List<String> unread) {
        this.unread = unread;
    }

    /** A device and what becomes of it. */
    record Change(Device device, DeviceChange change) {}

    List<NewDevice> added() {
        return added;
    }

    List<Change> changed() {
        return changed;
    }

    void refuse(int row, String column, String reason) {
        problems.add(new Problem(row, column, reason));
    }

    void add(NewDevice device) {
        added.add(device);
    }

    /** A row of a device that is in the register already. */
    void compare(Device device, DeviceRecord record, NewDevice wanted) {
        boolean same = wanted.key() == null
                && device.name().equals(wanted.name())
                && Objects.equals(device.supervisionSeconds(), wanted.supervisionSeconds())
                && device.settings().equals(wanted.settings())
                && record.equals(wanted.record());
        if (same) {
            unchanged++;
            return;
        }
        int seconds = wanted.supervisionSeconds() == null ? 0 : wanted.supervisionSeconds();
        DeviceRecord newRecord = record.equals(wanted.record()) ? null : wanted.record();
        changed.add(new Change(
                device,
                new DeviceChange(wanted.name(), wanted.key(), seconds, asChange(wanted.settings()), newRecord)));
    }

    /** Nothing stands for "take it away". */
    private static DeviceSettings asChange(DeviceSettings settings) {
        return new DeviceSettings(
                settings.group() == null ? DeviceGroupId.NONE : settings.group(),
                settings.secondReceiver() == null ? "" : settings.secondReceiver(),
                settings.onTestUntil() == null ? Instant.EPOCH : settings.onTestUntil(),
                settings.outOfServiceUntil() == null ? Instant.EPOCH : settings.outOfServiceUntil(),
                settings.alarmLimit() == null ? 0 : settings.alarmLimit());
    }

    DeviceImport summary(DeviceImportId id) {
        return new DeviceImport(
                id,
                added.size() + changed.size() + unchanged + problems.size(),
                added.size(),
                changed.size(),
                unchanged,
                unread,
                problems);
    }
}
