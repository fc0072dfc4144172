package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The way to the device register, and from there to the conversations. */
@ApplicationScoped
class DevicesNavigation implements NavigationItem {
    private final Access access;

    @Inject
    DevicesNavigation(Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "alarms.navigation.devices";
    }

    @Override
    public String icon() {
        return "router";
    }

    @Override
    public String path() {
        return "/alarms/devices";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean visible() {
        return access.may(Right.MANAGE_DEVICES)
                || access.may(Right.READ_COMMUNICATION)
                || access.may(Right.HANDLE_ALARMS);
    }

    @Override
    public boolean holds(String page) {
        return page.startsWith("/alarms/device")
                || page.startsWith("/alarms/communication")
                || page.startsWith("/alarms/frame-check");
    }
}
