package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.shared.NavigationItem;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Projects in the main navigation, for those who are in one or may open one. */
@ApplicationScoped
class ProjectsNavigation implements NavigationItem {
    private static final int ORDER = 10;

    private final Projects projects;
    private final Access access;

    @Inject
    ProjectsNavigation(Projects projects, Access access) {
        this.projects = projects;
        this.access = access;
    }

    @Override
    public String label() {
        return "projects.navigation";
    }

    @Override
    public String icon() {
        return "folder";
    }

    @Override
    public String path() {
        return "/projects/list";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean visible() {
        return access.may(Right.OPEN_PROJECTS)
                || !projects.mine(null, 1).items().isEmpty();
    }

    /** Bills are reached through their project. */
    @Override
    public boolean holds(String page) {
        return page.startsWith("/projects/") || page.startsWith("/bills/");
    }
}
