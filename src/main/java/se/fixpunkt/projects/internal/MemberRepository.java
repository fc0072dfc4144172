package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.projects.MemberId;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Memberships. Every finder takes the project too, so that a stranger's id is not found. */
@ApplicationScoped
class MemberRepository extends JdbcRepository {
    private static final String MEMBER =
            """
            SELECT m.id, m.person_id, m.role, m.joined_at, m.version, y.name AS party
            FROM project_member m LEFT JOIN project_party y ON y.id = m.party_id
            WHERE m.project_id = ?
            """;

    @Inject
    MemberRepository(DataSource database) {
        super(database);
    }

    /** A membership as stored; the person's name is the users' to tell. */
    record Membership(MemberId id, PersonId person, Role role, String party, Instant joinedAt, long version) {}

    void add(MemberId id, ProjectId project, PersonId person, Role role, UUID party, Instant now) {
        update(
                """
                INSERT INTO project_member (id, project_id, person_id, role, party_id, joined_at, version)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                """,
                id.value(),
                project.value(),
                person.value(),
                role.name(),
                party,
                now);
    }

    List<Membership> of(ProjectId project, UUID after, int limit) {
        return list(
                MemberRepository::membership,
                MEMBER + " AND m.id > ? ORDER BY m.id LIMIT ?",
                project.value(),
                after,
                limit);
    }

    Optional<Membership> find(ProjectId project, MemberId member) {
        return find(MemberRepository::membership, MEMBER + " AND m.id = ?", project.value(), member.value());
    }

    Optional<Membership> find(ProjectId project, PersonId person) {
        return find(MemberRepository::membership, MEMBER + " AND m.person_id = ?", project.value(), person.value());
    }

    /** Whether the member still had the version. */
    boolean changeRole(ProjectId project, Membership member, Role role) {
        return update(
                        """
                        UPDATE project_member SET role = ?, version = version + 1
                        WHERE id = ? AND project_id = ? AND version = ?
                        """,
                        role.name(),
                        member.id().value(),
                        project.value(),
                        member.version())
                == 1;
    }

    /** Whether the member still had the version. */
    boolean remove(ProjectId project, Membership member) {
        return update(
                        "DELETE FROM project_member WHERE id = ? AND project_id = ? AND version = ?",
                        member.id().value(),
                        project.value(),
                        member.version())
                == 1;
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new MemberId(uuid(row, "id")),
                new PersonId(uuid(row, "person_id")),
                Role.valueOf(row.getString("role")),
                row.getString("party"),
                instant(row, "joined_at"),
                row.getLong("version"));
    }
}
