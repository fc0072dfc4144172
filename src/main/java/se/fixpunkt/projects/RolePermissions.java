package se.fixpunkt.projects;

import java.util.Set;

/**
 * What a role may in one project.
 *
 * @param version for {@code If-Match}
 */
public record RolePermissions(Role role, Set<Permission> permissions, long version) {
    public RolePermissions {
        permissions = Set.copyOf(permissions);
    }

    /** Whether the administrator cannot adjust the permission: it belongs to a role for good, or never. */
    public static boolean fixed(Permission permission) {
        return permission == Permission.READ || permission == Permission.ADMINISTER;
    }

    /** What {@link #fixed} permissions are fixed to. */
    public static boolean fixedTo(Role role, Permission permission) {
        return permission == Permission.READ || role == Role.ADMINISTRATOR;
    }
}
