package se.fixpunkt.users.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** People in the main navigation, for those who manage them. */
@ApplicationScoped
class PeopleNavigation implements NavigationItem {
    private static final int ORDER = 40;

    private final Access access;

    @Inject
    PeopleNavigation(Access access) {
        this.access = access;
    }

    @Override
    public String label() {
        return "users.navigation";
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public String path() {
        return "/users/people";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean visible() {
        return access.may(Right.MANAGE_PEOPLE);
    }
}
