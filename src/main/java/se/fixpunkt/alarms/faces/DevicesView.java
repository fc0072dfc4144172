package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceFilter;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceGroups;
import se.fixpunkt.alarms.DeviceState;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The device register, a page at a time; search and place are in the address. */
@Named
@RequestScoped
public class DevicesView {
    private final Devices devices;
    private final DeviceGroups groups;
    private final Access access;
    private final Clock clock;
    private String text;
    private String state;
    private String group;
    private String after;
    private List<DeviceGroup> allGroups = List.of();
    private Page<Line> page = new Page<>(List.of(), null);
    private boolean mayManage;
    private boolean mayRead;

    @Inject
    DevicesView(Devices devices, DeviceGroups groups, Access access, Clock clock) {
        this.devices = devices;
        this.groups = groups;
        this.access = access;
        this.clock = clock;
    }

    public void load() {
        DeviceFilter filter = new DeviceFilter(
                text,
                isGiven(state) ? DeviceState.of(state) : null,
                isGiven(group) ? new DeviceGroupId(DeviceView.deviceId(group).value()) : null);
        Instant now = clock.instant();
        page = devices.list(filter, after, Page.DEFAULT_LIMIT).map(device -> new Line(device, device.state(now)));
        mayManage = access.may(Right.MANAGE_DEVICES);
        mayRead = access.may(Right.READ_COMMUNICATION);
        if (mayManage || mayRead || access.may(Right.HANDLE_ALARMS)) {
            allGroups = groups.list();
        }
    }

    private static boolean isGiven(String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    /** A row of the list. */
    public record Line(Device device, DeviceState state) {}

    public List<Line> getItems() {
        return page.items();
    }

    public List<String> getStates() {
        return Stream.of(DeviceState.values()).map(DeviceState::wire).toList();
    }

    public List<DeviceGroup> getGroups() {
        return allGroups;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getGroup() {
        return group;
    }

    public void setGroup(String group) {
        this.group = group;
    }

    public String getNext() {
        return page.next();
    }

    public boolean isMayManage() {
        return mayManage;
    }

    public boolean isMayRead() {
        return mayRead;
    }

    /** Whether the register itself is empty, rather than what was searched for. */
    public boolean isEmptyRegister() {
        return page.items().isEmpty() && !isGiven(text) && !isGiven(state) && !isGiven(group) && after == null;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
