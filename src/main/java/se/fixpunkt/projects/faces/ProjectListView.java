package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.projects.ListedProject;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The caller's projects. */
@Named
@RequestScoped
public class ProjectListView {
    private final Projects projects;
    private final Access access;
    private String after;
    private List<ListedProject> items = List.of();
    private String next;
    private boolean mayOpen;

    @Inject
    public ProjectListView(Projects projects, Access access) {
        this.projects = projects;
        this.access = access;
    }

    public void load() {
        Page<ListedProject> page = projects.mine(after, Page.DEFAULT_LIMIT);
        items = page.items();
        next = page.next();
        mayOpen = access.may(Right.OPEN_PROJECTS);
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public List<ListedProject> getItems() {
        return items;
    }

    /** Where the following page begins; null at the end. */
    public String getNext() {
        return next;
    }

    public boolean isMayOpen() {
        return mayOpen;
    }
}
