package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.shared.NavigationItem;

/** The way to the device register, and from there to the conversations. */
@ApplicationScoped
class DevicesNavigation implements NavigationItem {
    private final Devices devices;

    @Inject
    DevicesNavigation(Devices devices) {
        this.devices = devices;
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
        return devices.mayLook();
    }

    @Override
    public boolean holds(String page) {
        return page.startsWith("/alarms/device")
                || page.startsWith("/alarms/communication")
                || page.startsWith("/alarms/strangers")
                || page.startsWith("/alarms/event-code")
                || page.startsWith("/alarms/frame-check");
    }
}
