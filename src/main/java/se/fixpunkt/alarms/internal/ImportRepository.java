package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceImportId;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Workbooks that wait for their acceptance, sealed. */
@ApplicationScoped
class ImportRepository extends JdbcRepository {

    @Inject
    ImportRepository(DataSource database) {
        super(database);
    }

    void add(DeviceImportId id, OrganisationId organisation, PersonId person, Instant at, byte[] sealed) {
        update(
                "INSERT INTO device_import (id, organisation_id, person_id, at, sealed_workbook) VALUES (?, ?, ?, ?, ?)",
                id.value(),
                organisation.value(),
                person.value(),
                at,
                sealed);
    }

    Optional<byte[]> sealed(DeviceImportId id, OrganisationId organisation, PersonId person) {
        return find(
                row -> row.getBytes("sealed_workbook"),
                "SELECT sealed_workbook FROM device_import WHERE id = ? AND organisation_id = ? AND person_id = ?",
                id.value(),
                organisation.value(),
                person.value());
    }

    /** Whether it was there until now. */
    boolean remove(DeviceImportId id) {
        return update("DELETE FROM device_import WHERE id = ?", id.value()) == 1;
    }

    void forgetOlderThan(Instant then) {
        update("DELETE FROM device_import WHERE at < ?", then);
    }

    /** Whether another organisation has registered that identity. */
    boolean isElsewhere(OrganisationId organisation, DeviceIdentity identity) {
        return find(
                        row -> true,
                        "SELECT 1 FROM device WHERE protocol = ? AND identity = ? AND organisation_id <> ?",
                        identity.protocol().wire(),
                        identity.value(),
                        organisation.value())
                .isPresent();
    }
}
