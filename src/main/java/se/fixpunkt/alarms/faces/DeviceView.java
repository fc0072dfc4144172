package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.Alarms;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceSignal;
import se.fixpunkt.alarms.DeviceState;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** One device: its facts; its conversation is fetched by the page's script. */
@Named
@RequestScoped
public class DeviceView {
    private static final int SHOWN = 25;

    private final Devices devices;
    private final Alarms alarms;
    private final Access access;
    private final Clock clock;
    private String id;
    private Device device;
    private boolean mayManage;
    private boolean mayRead;
    private boolean mayReadJournal;
    private DeviceRecord record = DeviceRecord.EMPTY;
    private DeviceState state;
    private List<DeviceSignal> signals = List.of();
    private List<Alarm> past = List.of();

    @Inject
    DeviceView(Devices devices, Alarms alarms, Access access, Clock clock) {
        this.devices = devices;
        this.alarms = alarms;
        this.access = access;
        this.clock = clock;
    }

    public void load() {
        device = devices.device(deviceId(id));
        mayManage = access.may(Right.MANAGE_DEVICES);
        mayRead = access.may(Right.READ_COMMUNICATION);
        mayReadJournal = access.may(Right.READ_JOURNAL);
        record = devices.record(device.id());
        state = device.state(clock.instant());
        signals = devices.signals(device.id(), null, SHOWN).items();
        if (access.may(Right.HANDLE_ALARMS)) {
            past = alarms.ofDevice(device.id(), null, SHOWN).items();
        }
    }

    public DeviceRecord getRecord() {
        return record;
    }

    public DeviceState getState() {
        return state;
    }

    /** What it sent last, the newest first. */
    public List<DeviceSignal> getSignals() {
        return signals;
    }

    /** Its last alarms, the newest first; none for who handles no alarms. */
    public List<Alarm> getAlarms() {
        return past;
    }

    public boolean isMayReadJournal() {
        return mayReadJournal;
    }

    /** The id in an address; what is no id names nothing that exists. */
    static DeviceId deviceId(String written) {
        try {
            return new DeviceId(UUID.fromString(written == null ? "" : written));
        } catch (IllegalArgumentException nonsense) {
            throw new NotFound();
        }
    }

    public Device getDevice() {
        return device;
    }

    public boolean isMayManage() {
        return mayManage;
    }

    public boolean isMayRead() {
        return mayRead;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
