package se.fixpunkt.projects;

import java.util.List;
import java.util.Set;

/** What each of the four roles may in a project. A permission taken away bites on the next request, on every node. */
public interface Roles {

    /** All four, administrator first. Needs {@link Permission#READ}. */
    List<RolePermissions> of(ProjectId project);

    /**
     * Gives the role exactly these permissions. Needs {@link Permission#ADMINISTER}.
     *
     * @param version the version that the caller has seen; null takes whatever is there
     * @throws PermissionFixed when {@link Permission#READ} is missing, or {@link Permission#ADMINISTER} is taken from
     *     administrators or given to others
     * @throws se.fixpunkt.shared.ChangedMeanwhile when the version is not the one given
     */
    RolePermissions change(ProjectId project, Role role, Set<Permission> permissions, Long version);
}
