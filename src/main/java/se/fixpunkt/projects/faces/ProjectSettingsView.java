package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.projects.ProjectChange;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.shared.faces.TextsView;

/** A project's name and its demand for a second factor. */
@Named
@RequestScoped
public class ProjectSettingsView {
    private final Projects projects;
    private final ProjectAccess access;
    private final TextsView texts;
    private final FacesContext faces;
    private String id;
    private String name;
    private boolean twoFactorRequired;
    private long version;

    @Inject
    public ProjectSettingsView(Projects projects, ProjectAccess access, TextsView texts, FacesContext faces) {
        this.projects = projects;
        this.access = access;
        this.texts = texts;
        this.faces = faces;
    }

    public void load() {
        ProjectId project = PageId.project(id);
        access.require(project, Permission.ADMINISTER);
        if (!faces.isPostback()) {
            Project current = projects.get(project);
            name = current.name();
            twoFactorRequired = current.twoFactorRequired();
            version = current.version();
        }
    }

    public String save() {
        ProjectId project = PageId.project(id);
        projects.change(project, new ProjectChange(name, twoFactorRequired, version));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(texts.get("projects.saved")));
        return "/projects/project?faces-redirect=true&id=" + project;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
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

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
