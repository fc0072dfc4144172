package se.fixpunkt.projects;

import se.fixpunkt.shared.Page;

/** Who is in a project. A changed or ended membership holds from the person's next request, on every node. */
public interface Members {

    /** In the order they joined. Needs {@link Permission#READ}. */
    Page<Member> of(ProjectId project, String after, int limit);

    /**
     * Gives a member another role. Needs {@link Permission#ADMINISTER}.
     *
     * @throws LastProjectAdministrator when nobody would be left to administer
     * @throws se.fixpunkt.shared.NotFound when there is no such member in this project
     */
    Member changeRole(ProjectId project, MemberId member, Role role);

    /**
     * Ends a membership. Needs {@link Permission#ADMINISTER}.
     *
     * @throws LastProjectAdministrator when nobody would be left to administer
     * @throws se.fixpunkt.shared.NotFound when there is no such member in this project
     */
    void remove(ProjectId project, MemberId member);
}
