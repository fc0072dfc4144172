package se.fixpunkt.projects;

import java.util.Map;

/**
 * This permission is not the administrator's to adjust for this role: every role reads, and administrators, and only they,
 * administer.
 */
@SuppressWarnings("serial")
public final class PermissionFixed extends ProjectRejection {
    private final Role role;
    private final Permission permission;

    public PermissionFixed(Role role, Permission permission) {
        super(Kind.INVALID);
        this.role = role;
        this.permission = permission;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("role", role.word(), "permission", permission.name());
    }
}
