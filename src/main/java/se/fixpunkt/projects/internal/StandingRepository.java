package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Who stands how in which project: always one fresh query, never remembered. */
@ApplicationScoped
class StandingRepository extends JdbcRepository {
    private static final String STANDING =
            """
            SELECT p.id, p.organisation_id, p.name, p.two_factor_required, p.opened_at, p.version, m.role, r.permissions
            FROM project_member m
            JOIN project p ON p.id = m.project_id
            JOIN project_role r ON r.project_id = m.project_id AND r.role = m.role
            WHERE m.person_id = ?
            """;

    @Inject
    StandingRepository(DataSource database) {
        super(database);
    }

    Optional<Standing> of(PersonId person, ProjectId project) {
        return find(StandingRepository::standing, STANDING + " AND m.project_id = ?", person.value(), project.value());
    }

    List<Standing> of(PersonId person) {
        return list(StandingRepository::standing, STANDING, person.value());
    }

    /** Newest first. */
    List<Standing> of(PersonId person, UUID before, int limit) {
        return list(
                StandingRepository::standing,
                STANDING + " AND m.project_id < ? ORDER BY m.project_id DESC LIMIT ?",
                person.value(),
                before,
                limit);
    }

    boolean anyDemandsSecondFactorOf(PersonId person) {
        return find(
                        row -> true,
                        """
                        SELECT 1 FROM project_member m JOIN project p ON p.id = m.project_id
                        WHERE m.person_id = ? AND p.two_factor_required LIMIT 1
                        """,
                        person.value())
                .isPresent();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new ProjectId(uuid(row, "id")),
                new OrganisationId(uuid(row, "organisation_id")),
                row.getString("name"),
                row.getBoolean("two_factor_required"),
                instant(row, "opened_at"),
                row.getLong("version"),
                Role.valueOf(row.getString("role")),
                PermissionSet.read(row.getString("permissions")));
    }
}
