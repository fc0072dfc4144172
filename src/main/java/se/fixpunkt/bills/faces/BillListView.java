package se.fixpunkt.bills.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Projects;

/** The bills of a project. */
@Named
@RequestScoped
public class BillListView {
    private final Bills front;
    private final Projects projects;
    private String project;
    private String projectName = "";
    private List<Bill> bills = List.of();
    private boolean mayImport;

    @Inject
    public BillListView(Bills front, Projects projects) {
        this.front = front;
        this.projects = projects;
    }

    public void load() {
        Project in = projects.get(PageId.of(project, ProjectId::new));
        projectName = in.name();
        mayImport = in.may(Permission.EDIT_BILLS);
        bills = front.of(in.id());
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }

    public String getProjectName() {
        return projectName;
    }

    public List<Bill> getBills() {
        return bills;
    }

    public boolean isMayImport() {
        return mayImport;
    }
}
