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
import se.fixpunkt.projects.InvitationId;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Invitations. Each step of their life is one conditional update, so that it happens once however many nodes try. */
@ApplicationScoped
class InvitationRepository extends JdbcRepository {
    private static final String INVITATION =
            """
            SELECT i.id, i.project_id, p.organisation_id, p.name, i.sealed_email, i.email, i.role, i.party_id, y.name AS party,
                i.sealed_inviter, i.invited_by_name, i.invited_at, i.expires_at, i.accepted_at, i.revoked_at, i.version
            FROM project_invitation i
            JOIN project p ON p.id = i.project_id
            LEFT JOIN project_party y ON y.id = i.party_id
            """;

    private final InvitationSeal seal;

    @Inject
    InvitationRepository(DataSource database, InvitationSeal seal) {
        super(database);
        this.seal = seal;
    }

    /** Whether it was stored; false when one to the address is open in the project, sealed or not yet. */
    boolean add(StoredInvitation invitation, byte[] fingerprint, PersonId inviter) {
        UUID id = invitation.id().value();
        return !waitsInPlain(invitation)
                && insert(
                        """
                INSERT INTO project_invitation (id, project_id, sealed_email, open_email_hash, role, party_id,
                    token_fingerprint, invited_by, sealed_inviter, invited_at, expires_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                        id,
                        invitation.project().value(),
                        seal.sealEmail(invitation.email(), id),
                        seal.hash(invitation.email()),
                        invitation.role().name(),
                        invitation.partyId(),
                        fingerprint,
                        inviter.value(),
                        seal.sealInviter(invitation.invitedBy(), id),
                        invitation.invitedAt(),
                        invitation.expiresAt());
    }

    /** An invitation of an earlier release, before it is sealed. */
    private boolean waitsInPlain(StoredInvitation invitation) {
        return find(
                        row -> true,
                        "SELECT id FROM project_invitation WHERE project_id = ? AND open_email = ?",
                        invitation.project().value(),
                        invitation.email())
                .isPresent();
    }

    Optional<StoredInvitation> find(ProjectId project, InvitationId id) {
        return find(this::invitation, INVITATION + " WHERE i.project_id = ? AND i.id = ?", project.value(), id.value());
    }

    Optional<StoredInvitation> find(byte[] fingerprint) {
        return find(this::invitation, INVITATION + " WHERE i.token_fingerprint = ?", fingerprint);
    }

    List<StoredInvitation> of(ProjectId project, UUID before, int limit) {
        return list(
                this::invitation,
                INVITATION + " WHERE i.project_id = ? AND i.id < ? ORDER BY i.id DESC LIMIT ?",
                project.value(),
                before,
                limit);
    }

    /** Whether the invitation was still open, and now waits for whoever has the new token. */
    boolean renew(InvitationId id, byte[] fingerprint, Instant expiresAt) {
        return update(
                        """
                        UPDATE project_invitation SET token_fingerprint = ?, expires_at = ?, version = version + 1
                        WHERE id = ? AND accepted_at IS NULL AND revoked_at IS NULL
                        """,
                        fingerprint,
                        expiresAt,
                        id.value())
                == 1;
    }

    /** Whether the invitation was still open, and now is worthless. */
    boolean revoke(InvitationId id, Instant now) {
        return update(
                        """
                        UPDATE project_invitation SET revoked_at = ?, open_email = NULL, open_email_hash = NULL, version = version + 1
                        WHERE id = ? AND accepted_at IS NULL AND revoked_at IS NULL
                        """,
                        now,
                        id.value())
                == 1;
    }

    /** Whether this call, and no other, used the token. */
    boolean use(byte[] fingerprint, Instant now) {
        return update(
                        """
                        UPDATE project_invitation SET accepted_at = ?, open_email = NULL, open_email_hash = NULL, version = version + 1
                        WHERE token_fingerprint = ? AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?
                        """,
                        now,
                        fingerprint,
                        now)
                == 1;
    }

    void acceptedBy(InvitationId id, PersonId person) {
        update("UPDATE project_invitation SET accepted_by = ? WHERE id = ?", person.value(), id.value());
    }

    /** The project's party of that name, made when it is new; null for null. */
    UUID party(ProjectId project, String name, UUID fresh) {
        if (name == null) {
            return null;
        }
        update(
                "INSERT INTO project_party (id, project_id, name) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
                fresh,
                project.value(),
                name);
        return find(
                        row -> uuid(row, "id"),
                        "SELECT id FROM project_party WHERE project_id = ? AND name = ?",
                        project.value(),
                        name)
                .orElseThrow();
    }

    private StoredInvitation invitation(ResultSet row) throws SQLException {
        UUID id = uuid(row, "id");
        String plainEmail = row.getString("email");
        String plainInviter = row.getString("invited_by_name");
        return new StoredInvitation(
                new InvitationId(id),
                new ProjectId(uuid(row, "project_id")),
                new OrganisationId(uuid(row, "organisation_id")),
                row.getString("name"),
                plainEmail == null ? seal.openEmail(row.getBytes("sealed_email"), id) : plainEmail,
                Role.valueOf(row.getString("role")),
                uuid(row, "party_id"),
                row.getString("party"),
                plainInviter == null ? seal.openInviter(row.getBytes("sealed_inviter"), id) : plainInviter,
                instant(row, "invited_at"),
                instant(row, "expires_at"),
                instant(row, "accepted_at") != null,
                instant(row, "revoked_at") != null,
                row.getLong("version"));
    }
}
