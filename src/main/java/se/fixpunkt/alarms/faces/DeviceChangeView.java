package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroups;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Changes a device's entry in the register, or removes it. */
@Named
@RequestScoped
public class DeviceChangeView {
    private final Devices devices;
    private final DeviceGroups groups;
    private final Access access;
    private final DeviceForm form = new DeviceForm();
    private String id;
    private long version;
    private Device device;
    private String name;
    private String key;
    private boolean keyRemoved;
    private String supervisionSeconds;

    @Inject
    DeviceChangeView(Devices devices, DeviceGroups groups, Access access) {
        this.devices = devices;
        this.groups = groups;
        this.access = access;
    }

    /** Fills the form with what is true now. */
    public void open() {
        access.require(Right.MANAGE_DEVICES);
        device = devices.device(deviceId());
        version = device.version();
        name = device.name();
        supervisionSeconds = device.supervisionSeconds() == null
                ? ""
                : device.supervisionSeconds().toString();
        form.fill(device, devices.record(deviceId()));
    }

    public String save() {
        try {
            known();
            Protocol protocol = device.identity().protocol();
            devices.change(deviceId(), form.change(protocol, name, keyRemoved ? "" : key, supervisionSeconds), version);
            Done.tell("alarms.device.changed");
            return "/alarms/device.xhtml?faces-redirect=true&id=" + id;
        } catch (InvalidValue refused) {
            FieldProblem.show("device", refused);
            return null;
        }
    }

    public String remove() {
        devices.remove(deviceId());
        Done.tell("alarms.device.removed");
        return "/alarms/devices.xhtml?faces-redirect=true";
    }

    /** The device as it is registered, also beside a refused form. */
    public void known() {
        if (device == null) {
            device = devices.device(deviceId());
        }
    }

    public DeviceForm getForm() {
        return form;
    }

    /** What the device can be put in. */
    public List<DeviceGroup> getGroups() {
        return groups.list();
    }

    public Device getDevice() {
        return device;
    }

    private DeviceId deviceId() {
        return DeviceView.deviceId(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public boolean isKeyRemoved() {
        return keyRemoved;
    }

    public void setKeyRemoved(boolean keyRemoved) {
        this.keyRemoved = keyRemoved;
    }

    public String getSupervisionSeconds() {
        return supervisionSeconds;
    }

    public void setSupervisionSeconds(String supervisionSeconds) {
        this.supervisionSeconds = supervisionSeconds;
    }
}
