package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.database.JdbcRepository;

/** Reads what receivers wrote down. */
@ApplicationScoped
class ConversationRepository extends JdbcRepository {

    @Inject
    ConversationRepository(DataSource database) {
        super(database);
    }

    /** Whether the device is the organisation's, or was when it left the register. */
    boolean owns(OrganisationId organisation, DeviceId device) {
        return find(
                        row -> true,
                        """
                        SELECT 1 FROM device WHERE id = ? AND organisation_id = ?
                        UNION ALL SELECT 1 FROM removed_device WHERE id = ? AND organisation_id = ?
                        """,
                        device.value(),
                        organisation.value(),
                        device.value(),
                        organisation.value())
                .isPresent();
    }

    List<Exchange> read(ExchangeQuery query) {
        return list(ConversationRepository::exchange, query.sql(), query.values());
    }

    /**
     * Moves rows of the conversation log's former table into the one that is read.
     *
     * @return how many, at most the limit
     */
    int moveFormer(int limit) {
        Object[] ids = list(
                        row -> row.getString("id"), "SELECT id FROM device_communication ORDER BY id LIMIT ?", limit)
                .toArray();
        if (ids.length > 0) {
            String these = " WHERE id IN (" + String.join(", ", Collections.nCopies(ids.length, "?")) + ")";
            update(
                    """
                    INSERT IGNORE INTO device_exchange (device_id, at, id, protocol, identity, node, direction, peer, raw,
                        decoded, verdict)
                    SELECT COALESCE(device_id, '00000000-0000-0000-0000-000000000000'), at, id, protocol, identity, '',
                        direction, peer, raw, decoded, verdict FROM device_communication
                    """
                            + these,
                    ids);
            update("DELETE FROM device_communication" + these, ids);
        }
        return ids.length;
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        UUID device = uuid(row, "device_id");
        return new Exchange(
                uuid(row, "id"),
                SignalRepository.NOBODY.equals(device) ? null : new DeviceId(device),
                row.getString("protocol"),
                row.getString("identity"),
                instant(row, "at"),
                "in".equalsIgnoreCase(row.getString("direction")),
                row.getString("peer"),
                row.getString("node"),
                row.getString("kind"),
                Bytes.of(row.getBytes("raw")),
                row.getString("decoded"),
                row.getString("verdict"),
                Answers.unpack(row.getBytes("answers")),
                instant(row, "answered_at"));
    }
}
