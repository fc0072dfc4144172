package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The device register, a page at a time; search and place are in the address. */
@Named
@RequestScoped
public class DevicesView {
    private final Devices devices;
    private final Access access;
    private String text;
    private String after;
    private Page<Device> page = new Page<>(List.of(), null);
    private boolean mayManage;
    private boolean mayRead;

    @Inject
    DevicesView(Devices devices, Access access) {
        this.devices = devices;
        this.access = access;
    }

    public void load() {
        page = devices.list(text, after, Page.DEFAULT_LIMIT);
        mayManage = access.may(Right.MANAGE_DEVICES);
        mayRead = access.may(Right.READ_COMMUNICATION);
    }

    public List<Device> getItems() {
        return page.items();
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
        return page.items().isEmpty() && (text == null || text.isBlank()) && after == null;
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
