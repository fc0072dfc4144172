package se.fixpunkt.projects.internal;

import java.time.Instant;
import java.util.Set;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.projects.SecondFactorNeeded;
import se.fixpunkt.shared.Forbidden;
import se.fixpunkt.shared.OrganisationId;

/** A project seen by one of its members, at this moment. */
record Standing(
        ProjectId id,
        OrganisationId organisation,
        String name,
        boolean twoFactorRequired,
        Instant openedAt,
        long version,
        Role role,
        Set<Permission> permissions) {

    /** The second factor is asked for first: without it not even a missing permission is told. */
    void require(Permission permission, boolean secondFactorPassed) {
        if (locked(secondFactorPassed)) {
            throw new SecondFactorNeeded();
        }
        if (!permissions.contains(permission)) {
            throw new Forbidden(permission.name());
        }
    }

    boolean allows(Permission permission, boolean secondFactorPassed) {
        return !locked(secondFactorPassed) && permissions.contains(permission);
    }

    boolean locked(boolean secondFactorPassed) {
        return twoFactorRequired && !secondFactorPassed;
    }

    Project asProject() {
        return new Project(id, name, twoFactorRequired, organisation, openedAt, role, permissions, version);
    }
}
