package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Who founds the first organisation. */
@ApplicationScoped
class FoundingRepository extends JdbcRepository {

    @Inject
    FoundingRepository(DataSource database) {
        super(database);
    }

    /** Whether this node is the one that founds it: nobody exists yet, and no other node has begun. */
    boolean claim(OrganisationId organisation, Instant now) {
        return insert(
                "INSERT INTO first_organisation (only_one, organisation_id, created_at)"
                        + " SELECT 1, ?, ? FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM person)",
                organisation.value(),
                now);
    }

    /** The one that was founded; empty before that. */
    Optional<OrganisationId> founder() {
        return find(
                row -> new OrganisationId(uuid(row, "organisation_id")),
                "SELECT organisation_id FROM first_organisation");
    }
}
