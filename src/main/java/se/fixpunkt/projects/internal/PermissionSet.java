package se.fixpunkt.projects.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.projects.Permission;

/** The column form of a role's permissions. */
final class PermissionSet {
    private PermissionSet() {}

    static String write(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).collect(Collectors.joining(","));
    }

    /** Names that this version does not know are passed over: during a rolling upgrade a newer node may have written them. */
    static Set<Permission> read(String column) {
        Set<String> names = Set.of(column.split(","));
        return Stream.of(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
