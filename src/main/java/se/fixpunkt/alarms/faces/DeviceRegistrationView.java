package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroups;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Registers a device; an unknown one that has called arrives with its protocol and identity in the address. */
@Named
@RequestScoped
public class DeviceRegistrationView {
    private final Devices devices;
    private final DeviceGroups groups;
    private final Access access;
    private final DeviceForm form = new DeviceForm();
    private String protocol;
    private String identity;
    private String name;
    private String key;
    private String supervisionSeconds;

    @Inject
    DeviceRegistrationView(Devices devices, DeviceGroups groups, Access access) {
        this.devices = devices;
        this.groups = groups;
        this.access = access;
    }

    /** Refuses those who may not register before the form is shown. */
    public void open() {
        access.require(Right.MANAGE_DEVICES);
    }

    /** Registers, and leads to the new device. */
    public String register() {
        try {
            Device device = devices.register(form.newDevice(protocol, identity, name, key, supervisionSeconds));
            Done.tell("alarms.device.registered");
            return "/alarms/device.xhtml?faces-redirect=true&id=" + device.id();
        } catch (InvalidValue refused) {
            FieldProblem.show("device", refused);
            return null;
        }
    }

    public DeviceForm getForm() {
        return form;
    }

    /** What the device can be put in. */
    public List<DeviceGroup> getGroups() {
        return groups.list();
    }

    public List<String> getProtocols() {
        return Stream.of(Protocol.SCAIP, Protocol.DC09, Protocol.SOS_ACCESS, Protocol.WEBHOOK)
                .map(Protocol::wire)
                .toList();
    }

    public String getProtocol() {
        return protocol;
    }

    public void setProtocol(String protocol) {
        this.protocol = protocol;
    }

    public String getIdentity() {
        return identity;
    }

    public void setIdentity(String identity) {
        this.identity = identity;
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

    public String getSupervisionSeconds() {
        return supervisionSeconds;
    }

    public void setSupervisionSeconds(String supervisionSeconds) {
        this.supervisionSeconds = supervisionSeconds;
    }
}
