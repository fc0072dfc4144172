package se.fixpunkt.projects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A role may other things in a project than before. */
public record RolePermissionsChanged(
        ProjectId in, OrganisationId organisation, Role role, Set<Permission> had, Set<Permission> has)
        implements DomainEvent {
    public RolePermissionsChanged {
        had = Set.copyOf(had);
        has = Set.copyOf(has);
    }

    @Override
    public Subject subject() {
        return new Subject("project", in.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(in.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("role", role.word(), "permissions", names(had));
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("role", role.word(), "permissions", names(has));
    }

    private static List<String> names(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).toList();
    }
}
