package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.projects.RolePermissions;
import se.fixpunkt.projects.Roles;

/** What each role may. A box that is changed is saved at once through REST, by {@code projects-roles.js}. */
@Named
@RequestScoped
public class RolesView {
    private final Projects projects;
    private final Roles roles;
    private String projectId;
    private Project project;
    private List<RolePermissions> items = List.of();

    @Inject
    public RolesView(Projects projects, Roles roles) {
        this.projects = projects;
        this.roles = roles;
    }

    public void load() {
        project = projects.get(PageId.project(projectId));
        items = roles.of(project.id());
    }

    /** Whether the box can be changed by whoever looks. */
    public boolean adjustable(Permission permission) {
        return isAdministrator() && !RolePermissions.fixed(permission);
    }

    public String getProjectId() {
        return projectId;
    }

    public void setProjectId(String projectId) {
        this.projectId = projectId;
    }

    public Project getProject() {
        return project;
    }

    public List<RolePermissions> getItems() {
        return items;
    }

    public Permission[] getPermissions() {
        return Permission.values();
    }

    public boolean isAdministrator() {
        return project.may(Permission.ADMINISTER);
    }
}
