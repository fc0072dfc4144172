package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.PermissionFixed;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.projects.RolePermissions;
import se.fixpunkt.projects.RolePermissionsChanged;
import se.fixpunkt.projects.Roles;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;

@ApplicationScoped
class ProjectRoles implements Roles {
    private final MemberAccess access;
    private final RoleRepository roles;
    private final Event<DomainEvent> events;

    @Inject
    ProjectRoles(MemberAccess access, RoleRepository roles, Event<DomainEvent> events) {
        this.access = access;
        this.roles = roles;
        this.events = events;
    }

    @Override
    @Transactional
    public List<RolePermissions> of(ProjectId project) {
        access.require(project, Permission.READ);
        return roles.of(project);
    }

    @Override
    @Transactional
    public RolePermissions change(ProjectId project, Role role, Set<Permission> permissions, Long version) {
        Standing administrator = access.admit(project, Permission.ADMINISTER);
        refuseFixed(role, permissions);
        RolePermissions before = current(project, role);
        if (version != null && version != before.version()) {
            throw changedMeanwhile(before);
        }
        if (before.permissions().equals(permissions)) {
            return before;
        }
        if (!roles.change(project, role, permissions, before.version())) {
            throw changedMeanwhile(before);
        }
        events.fire(new RolePermissionsChanged(
                project, administrator.organisation(), role, before.permissions(), permissions));
        return current(project, role);
    }

    private static void refuseFixed(Role role, Set<Permission> permissions) {
        for (Permission permission : Permission.values()) {
            if (RolePermissions.fixed(permission)
                    && permissions.contains(permission) != RolePermissions.fixedTo(role, permission)) {
                throw new PermissionFixed(role, permission);
            }
        }
    }

    private RolePermissions current(ProjectId project, Role role) {
        return roles.of(project).stream()
                .filter(found -> found.role() == role)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ChangedMeanwhile changedMeanwhile(RolePermissions now) {
        return new ChangedMeanwhile(Map.of(
                "role", now.role().word(),
                "permissions", now.permissions().stream().sorted().toList(),
                "version", now.version()));
    }
}
