package se.fixpunkt.projects;

import se.fixpunkt.shared.Page;

/** The projects of those who are in them. */
public interface Projects {

    /**
     * Opens a project in the caller's organisation, with the four roles; the caller becomes its administrator.
     *
     * @param name 1 to 200 characters
     * @throws se.fixpunkt.shared.Forbidden without the right to open projects
     * @throws se.fixpunkt.shared.InvalidValue for a name that is none
     */
    Project open(String name, boolean twoFactorRequired);

    /**
     * The projects that the caller is a member of, newest first.
     *
     * @param after the previous page's {@code next}, or null
     */
    Page<ListedProject> mine(String after, int limit);

    /** One project. Refuses as {@link ProjectAccess#require} for {@link Permission#READ}. */
    Project get(ProjectId project);

    /**
     * Renames the project, begins or ends its demand for a second factor. Needs {@link Permission#ADMINISTER}.
     *
     * @throws se.fixpunkt.shared.ChangedMeanwhile when the version is not the one given
     */
    Project change(ProjectId project, ProjectChange change);
}
