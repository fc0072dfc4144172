package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.projects.Member;
import se.fixpunkt.projects.Members;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.Projects;

/** One project: where to go in it, who is in it. */
@Named
@RequestScoped
public class ProjectView {
    private static final int SOME = 8;

    private final Projects projects;
    private final Members members;
    private String id;
    private Project project;
    private List<Member> some = List.of();
    private boolean moreMembers;

    @Inject
    public ProjectView(Projects projects, Members members) {
        this.projects = projects;
        this.members = members;
    }

    public void load() {
        project = projects.get(PageId.project(id));
        var page = members.of(project.id(), null, SOME);
        some = page.items();
        moreMembers = page.next() != null;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Project getProject() {
        return project;
    }

    /** Those who joined first. */
    public List<Member> getSome() {
        return some;
    }

    public boolean isMoreMembers() {
        return moreMembers;
    }

    public boolean isAdministrator() {
        return project.may(Permission.ADMINISTER);
    }

    public boolean isJournalReader() {
        return project.may(Permission.READ_JOURNAL);
    }
}
