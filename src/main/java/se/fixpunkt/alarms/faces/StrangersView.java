package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.UnknownSender;
import se.fixpunkt.alarms.UnknownSenders;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Devices that call and are in no register, each a click from being registered. */
@Named
@RequestScoped
public class StrangersView {
    private static final int SHOWN = 200;

    private final UnknownSenders senders;
    private final Devices devices;
    private final Access access;
    private List<UnknownSender> items = List.of();
    private boolean mayManage;
    private boolean mayRead;

    @Inject
    StrangersView(UnknownSenders senders, Devices devices, Access access) {
        this.senders = senders;
        this.devices = devices;
        this.access = access;
    }

    public void load() {
        items = senders.newest(SHOWN);
        mayManage = access.may(Right.MANAGE_DEVICES);
        mayRead = access.may(Right.READ_COMMUNICATION);
    }

    /**
     * Registers one as it has called itself, and leads to where the rest is filled in. The button tells who it is: by now another
     * may stand in its place in the list.
     *
     * @param sender protocol and identity with a blank between them
     */
    public String adopt(String sender) {
        String[] said = sender.split(" ", 2);
        Protocol protocol = Protocol.of(said[0]).orElseThrow(() -> new InvalidValue("protocol", "unknown"));
        Device device =
                devices.register(NewDevice.asHeard(DeviceIdentity.of(protocol, said.length < 2 ? "" : said[1])));
        Done.tell("alarms.device.adopted");
        return "/alarms/device-change.xhtml?faces-redirect=true&id=" + device.id();
    }

    public List<UnknownSender> getItems() {
        return items;
    }

    public boolean isMayManage() {
        return mayManage;
    }

    public boolean isMayRead() {
        return mayRead;
    }
}
