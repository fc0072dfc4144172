package se.fixpunkt.projects.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.projects.Invitation;
import se.fixpunkt.projects.InvitationState;
import se.fixpunkt.projects.Invitations;
import se.fixpunkt.projects.Member;
import se.fixpunkt.projects.Members;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.Page;

/** Who is in a project and who is invited. What is done here goes through REST, by {@code projects-members.js}. */
@Named
@RequestScoped
public class MembersView {
    private final Projects projects;
    private final Members members;
    private final Invitations invitations;
    private String projectId;
    private String after;
    private Project project;
    private Page<Member> page = new Page<>(List.of(), null);
    private List<Invitation> open = List.of();

    @Inject
    public MembersView(Projects projects, Members members, Invitations invitations) {
        this.projects = projects;
        this.members = members;
        this.invitations = invitations;
    }

    public void load() {
        project = projects.get(PageId.project(projectId));
        page = members.of(project.id(), after, Page.DEFAULT_LIMIT);
        if (isAdministrator()) {
            open = invitations.of(project.id(), null, Page.DEFAULT_LIMIT).items().stream()
                    .filter(invitation -> invitation.state() == InvitationState.WAITING
                            || invitation.state() == InvitationState.EXPIRED)
                    .toList();
        }
    }

    public String getProjectId() {
        return projectId;
    }

    public void setProjectId(String projectId) {
        this.projectId = projectId;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public Project getProject() {
        return project;
    }

    public List<Member> getItems() {
        return page.items();
    }

    /** Where the following page begins; null at the end. */
    public String getNext() {
        return page.next();
    }

    /** Those among the newest that can still be sent again or revoked. */
    public List<Invitation> getOpen() {
        return open;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public boolean isAdministrator() {
        return project.may(Permission.ADMINISTER);
    }
}
