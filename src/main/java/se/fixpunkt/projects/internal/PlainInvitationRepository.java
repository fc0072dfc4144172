package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.shared.database.JdbcRepository;

/** Invitations that an earlier release wrote in plain text. Neither address nor inviter ever changes. */
@ApplicationScoped
class PlainInvitationRepository extends JdbcRepository {
    private static final String PLAIN = " WHERE email IS NOT NULL";

    @Inject
    PlainInvitationRepository(DataSource database) {
        super(database);
    }

    record Plain(UUID id, UUID project, String email, String inviter) {}

    /** @param hash of the address; null when another invitation is found by it */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte[] email, byte[] hash, byte[] inviter) {}

    long count() {
        return find(row -> row.getLong("n"), "SELECT COUNT(*) AS n FROM project_invitation" + PLAIN)
                .orElseThrow();
    }

    List<Plain> some(int most) {
        return list(
                row -> new Plain(
                        uuid(row, "id"),
                        uuid(row, "project_id"),
                        row.getString("email"),
                        row.getString("invited_by_name")),
                "SELECT id, project_id, email, invited_by_name FROM project_invitation" + PLAIN
                        + " ORDER BY id LIMIT ?",
                most);
    }

    /** Whether another invitation waits in the project by that hash already. */
    boolean isTaken(byte[] hash, Plain by) {
        return find(
                        row -> true,
                        "SELECT id FROM project_invitation WHERE project_id = ? AND open_email_hash = ? AND id <> ?",
                        by.project(),
                        hash,
                        by.id())
                .isPresent();
    }

    /** Whether it was done now. The hash goes in only where the address stood as that of an invitation that waits. */
    boolean replace(UUID id, Sealed sealed) {
        return update(
                        """
                        UPDATE project_invitation SET sealed_email = ?, sealed_inviter = ?,
                            open_email_hash = IF(open_email IS NULL, NULL, ?),
                            open_email = NULL, email = NULL, invited_by_name = NULL
                        """
                                + PLAIN + " AND id = ?",
                        sealed.email(),
                        sealed.inviter(),
                        sealed.hash(),
                        id)
                == 1;
    }
}
