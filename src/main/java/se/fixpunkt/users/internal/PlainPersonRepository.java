package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.shared.database.JdbcRepository;

/** People whom an earlier release wrote down in plain text. */
@ApplicationScoped
class PlainPersonRepository extends JdbcRepository {
    private static final String PLAIN = " WHERE (email IS NOT NULL OR email_key IS NOT NULL OR name IS NOT NULL)";

    @Inject
    PlainPersonRepository(DataSource database) {
        super(database);
    }

    /** What of a person is in plain text; null where it is not. */
    record Plain(UUID id, String email, String name, Instant createdAt, long version) {}

    /** Somebody who is found by a hash. */
    record Holder(UUID id, Instant since) {}

    /** What goes in its place; null where it was not. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte[] email, byte[] hash, byte[] name) {}

    long count() {
        return find(row -> row.getLong("n"), "SELECT COUNT(*) AS n FROM person" + PLAIN)
                .orElseThrow();
    }

    List<Plain> some(int most) {
        return list(
                row -> new Plain(
                        uuid(row, "id"),
                        row.getString("email"),
                        row.getString("name"),
                        instant(row, "created_at"),
                        row.getLong("version")),
                "SELECT id, email, name, created_at, version FROM person" + PLAIN + " ORDER BY id LIMIT ?",
                most);
    }

    /** Who else is found by that hash. */
    Optional<Holder> holder(byte[] hash, UUID but) {
        return find(
                row -> new Holder(uuid(row, "id"), instant(row, "created_at")),
                "SELECT id, created_at FROM person WHERE email_hash = ? AND id <> ?",
                hash,
                but);
    }

    /** Takes the hash from who came later. */
    void release(Holder holder) {
        update("UPDATE person SET email_hash = NULL WHERE id = ?", holder.id());
    }

    /** Whether it was done now; false when the row has changed since it was read. */
    boolean replace(Plain plain, Sealed sealed) {
        return update(
                        """
                        UPDATE person SET sealed_email = COALESCE(?, sealed_email), email_hash = COALESCE(?, email_hash),
                            sealed_name = COALESCE(?, sealed_name), email = NULL, email_key = NULL, name = NULL
                        """
                                + PLAIN + " AND id = ? AND version = ?",
                        sealed.email(),
                        sealed.hash(),
                        sealed.name(),
                        plain.id(),
                        plain.version())
                == 1;
    }
}
