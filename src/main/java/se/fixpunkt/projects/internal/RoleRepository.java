package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.projects.RolePermissions;
import se.fixpunkt.shared.database.JdbcRepository;

/** What the roles may. */
@ApplicationScoped
class RoleRepository extends JdbcRepository {

    @Inject
    RoleRepository(DataSource database) {
        super(database);
    }

    List<RolePermissions> of(ProjectId project) {
        return list(
                        row -> new RolePermissions(
                                Role.valueOf(row.getString("role")),
                                PermissionSet.read(row.getString("permissions")),
                                row.getLong("version")),
                        "SELECT role, permissions, version FROM project_role WHERE project_id = ?",
                        project.value())
                .stream()
                .sorted(Comparator.comparing(RolePermissions::role))
                .toList();
    }

    /** Whether the role still had that version, and now has the permissions and the next version. */
    boolean change(ProjectId project, Role role, Set<Permission> permissions, long version) {
        return update(
                        """
                        UPDATE project_role SET permissions = ?, version = version + 1
                        WHERE project_id = ? AND role = ? AND version = ?
                        """,
                        PermissionSet.write(permissions),
                        project.value(),
                        role.name(),
                        version)
                == 1;
    }
}
