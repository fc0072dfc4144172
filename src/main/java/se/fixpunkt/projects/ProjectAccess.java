package se.fixpunkt.projects;

import java.util.Set;
import se.fixpunkt.shared.OrganisationId;

/** The one gate that pages, REST, downloads and push share for everything that belongs to a project. */
public interface ProjectAccess {

    /**
     * Passes when the caller is a member whose role has the permission and, where the project demands it, has passed a
     * second factor. Read fresh from the database.
     *
     * @throws se.fixpunkt.shared.NotSignedIn when nobody is signed in
     * @throws se.fixpunkt.shared.NotFound when the project does not exist for the caller
     * @throws SecondFactorNeeded when the project demands a second factor that this sign-in lacks
     * @throws se.fixpunkt.shared.Forbidden when a member lacks the permission
     */
    void require(ProjectId project, Permission permission);

    /** Whether {@link #require} would pass; for pages that hide what cannot be done. */
    boolean may(ProjectId project, Permission permission);

    /** The projects for which {@link #require} would pass now; none for a stranger. */
    Set<ProjectId> all(Permission permission);

    /**
     * The organisation that the project belongs to, which need not be the caller's own: the one to name in domain events.
     *
     * @throws se.fixpunkt.shared.NotFound when the project does not exist for the caller
     */
    OrganisationId owner(ProjectId project);
}
