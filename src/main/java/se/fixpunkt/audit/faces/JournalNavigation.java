package se.fixpunkt.audit.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The journal in the main navigation, for those who may read one. */
@ApplicationScoped
class JournalNavigation implements NavigationItem {
    private static final int ORDER = 50;

    private final Access access;
    private final ProjectAccess projects;

    @Inject
    JournalNavigation(Access access, ProjectAccess projects) {
        this.access = access;
        this.projects = projects;
    }

    @Override
    public String label() {
        return "audit.navigation";
    }

    @Override
    public String icon() {
        return "scroll-text";
    }

    @Override
    public String path() {
        return "/audit/journal";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean visible() {
        return access.may(Right.READ_JOURNAL)
                || !projects.all(Permission.READ_JOURNAL).isEmpty();
    }
}
