package se.fixpunkt.operations.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The status page in the main navigation, for IT staff. */
@ApplicationScoped
class OperationsNavigation implements NavigationItem {
    private static final int ORDER = 60;

    private final Access access;

    @Inject
    OperationsNavigation(Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "operations.navigation";
    }

    @Override
    public String icon() {
        return "server";
    }

    @Override
    public String path() {
        return "/operations/status";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean visible() {
        return access.may(Right.WATCH_OPERATIONS);
    }
}
