package se.fixpunkt.projects;

import java.time.Instant;
import java.util.Set;
import se.fixpunkt.shared.OrganisationId;

/**
 * A project as the caller sees it.
 *
 * @param organisation whose journal the project's events belong to
 * @param role the caller's own
 * @param permissions what the caller may here
 * @param version for {@code If-Match}
 */
public record Project(
        ProjectId id,
        String name,
        boolean twoFactorRequired,
        OrganisationId organisation,
        Instant openedAt,
        Role role,
        Set<Permission> permissions,
        long version) {
    public Project {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
