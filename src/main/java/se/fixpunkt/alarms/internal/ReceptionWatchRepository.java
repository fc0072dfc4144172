package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Since when somebody has listened without a break; one row for all nodes. */
@ApplicationScoped
class ReceptionWatchRepository extends JdbcRepository {

    @Inject
    ReceptionWatchRepository(DataSource database) {
        super(database);
    }

    record Watch(Instant listeningSince, Instant seenAt) {}

    Watch now() {
        return find(
                        row -> new Watch(instant(row, "listening_since"), instant(row, "seen_at")),
                        "SELECT listening_since, seen_at FROM reception_watch WHERE id = 1")
                .orElseThrow();
    }

    /**
     * Somebody listens now. Forward only, and from what was read, so that of several nodes one is right.
     *
     * @param since since when it has been so
     */
    boolean seen(Watch was, Instant since, Instant now) {
        return update(
                        "UPDATE reception_watch SET seen_at = ?, listening_since = ? WHERE id = 1 AND seen_at = ?",
                        now,
                        since,
                        was.seenAt())
                == 1;
    }

    /** Organisations with supervised devices. */
    List<OrganisationId> watching() {
        return list(
                row -> new OrganisationId(uuid(row, "organisation_id")),
                "SELECT DISTINCT organisation_id FROM device_state WHERE watched_seconds IS NOT NULL");
    }
}
