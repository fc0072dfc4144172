package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The way to the alarm desk. */
@ApplicationScoped
class DeskNavigation implements NavigationItem {
    private final Access access;

    @Inject
    DeskNavigation(Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "alarms.navigation.desk";
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String path() {
        return "/alarms/desk";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean visible() {
        return access.may(Right.HANDLE_ALARMS);
    }
}
