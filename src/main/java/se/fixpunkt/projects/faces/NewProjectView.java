package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Opens a project. */
@Named
@RequestScoped
public class NewProjectView {
    private final Projects projects;
    private final Access access;
    private String name;
    private boolean twoFactorRequired;

    @Inject
    public NewProjectView(Projects projects, Access access) {
        this.projects = projects;
        this.access = access;
    }

    public void check() {
        access.require(Right.OPEN_PROJECTS);
    }

    public String open() {
        ProjectId project = projects.open(name, twoFactorRequired).id();
        return "/projects/project?faces-redirect=true&id=" + project;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isTwoFactorRequired() {
        return twoFactorRequired;
    }

    public void setTwoFactorRequired(boolean twoFactorRequired) {
        this.twoFactorRequired = twoFactorRequired;
    }
}
