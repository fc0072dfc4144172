package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** One device: its facts; its conversation is fetched by the page's script. */
@Named
@RequestScoped
public class DeviceView {
    private final Devices devices;
    private final Access access;
    private String id;
    private Device device;
    private boolean mayManage;
    private boolean mayRead;

    @Inject
    DeviceView(Devices devices, Access access) {
        this.devices = devices;
        this.access = access;
    }

    public void load() {
        device = devices.device(deviceId(id));
        mayManage = access.may(Right.MANAGE_DEVICES);
        mayRead = access.may(Right.READ_COMMUNICATION);
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
