package se.fixpunkt.projects;

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
}
