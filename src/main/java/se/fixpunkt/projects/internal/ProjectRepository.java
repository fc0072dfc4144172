package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** The projects themselves. */
@ApplicationScoped
class ProjectRepository extends JdbcRepository {

    @Inject
    ProjectRepository(DataSource database) {
        super(database);
    }

    /** Writes a project with its four roles; nobody is in it yet. */
    void add(
            ProjectId id,
            OrganisationId organisation,
            String name,
            boolean twoFactorRequired,
            PersonId opener,
            Instant now) {
        update(
                """
                INSERT INTO project (id, organisation_id, name, two_factor_required, administrators, opened_at, opened_by, version)
                VALUES (?, ?, ?, ?, 0, ?, ?, 1)
                """,
                id.value(),
                organisation.value(),
                name,
                twoFactorRequired,
                now,
                opener.value());
        for (Role role : Role.values()) {
            update(
                    "INSERT INTO project_role (project_id, role, permissions, version) VALUES (?, ?, ?, 1)",
                    id.value(),
                    role.name(),
                    PermissionSet.write(role.initialPermissions()));
        }
    }

    /** Whether the project still had that version, and now has the new values and the next version. */
    boolean change(ProjectId id, long version, String name, boolean twoFactorRequired) {
        return update(
                        "UPDATE project SET name = ?, two_factor_required = ?, version = version + 1 WHERE id = ? AND version = ?",
                        name,
                        twoFactorRequired,
                        id.value(),
                        version)
                == 1;
    }

    /** One administrator more. */
    void countAdministrator(ProjectId id) {
        update("UPDATE project SET administrators = administrators + 1 WHERE id = ?", id.value());
    }

    /** One administrator less, unless it is the last: then false and nothing changed. Two who leave at once meet here. */
    boolean discountAdministrator(ProjectId id) {
        return update(
                        "UPDATE project SET administrators = administrators - 1 WHERE id = ? AND administrators > 1",
                        id.value())
                == 1;
    }
}
