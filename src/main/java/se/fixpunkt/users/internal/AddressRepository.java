package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** People's addresses as they are stored, without the people. */
@ApplicationScoped
class AddressRepository extends JdbcRepository {
    private static final String ADDRESS =
            "SELECT id, sealed_email, email_key FROM person WHERE organisation_id = ? AND id";

    @Inject
    AddressRepository(DataSource database) {
        super(database);
    }

    /** @param plainKey of a row of an earlier release; else null */
    @SuppressWarnings("ArrayRecordComponent")
    record Address(UUID person, byte[] sealed, String plainKey) {}

    /** By the person's id, after that one. */
    List<Address> of(OrganisationId organisation, UUID after, int limit) {
        return list(
                AddressRepository::address, ADDRESS + " > ? ORDER BY id LIMIT ?", organisation.value(), after, limit);
    }

    Optional<Address> find(OrganisationId organisation, UUID person) {
        return find(AddressRepository::address, ADDRESS + " = ?", organisation.value(), person);
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(uuid(row, "id"), row.getBytes("sealed_email"), row.getString("email_key"));
    }
}
