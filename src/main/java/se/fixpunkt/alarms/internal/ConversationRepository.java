package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import se.fixpunkt.alarms.Communication.Span;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Transmission;
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

    /** @param device null for what came from no registered device */
    List<Transmission> read(DeviceId device, Span span, Cursor after, int limit) {
        StringBuilder sql = new StringBuilder("SELECT id, device_id, protocol, identity, at, direction, peer, raw,"
                + " decoded, verdict FROM device_communication WHERE device_id ");
        List<Object> values = new ArrayList<>();
        if (device == null) {
            sql.append("IS NULL");
        } else {
            sql.append("= ?");
            values.add(device.value());
        }
        if (span.from() != null) {
            sql.append(" AND at >= ?");
            values.add(span.from());
        }
        if (span.to() != null) {
            sql.append(" AND at < ?");
            values.add(span.to());
        }
        if (after != null) {
            sql.append(span.newestFirst() ? " AND (at, id) < (?, ?)" : " AND (at, id) > (?, ?)");
            Collections.addAll(values, after.at(), after.id());
        }
        sql.append(span.newestFirst() ? " ORDER BY at DESC, id DESC LIMIT ?" : " ORDER BY at, id LIMIT ?");
        values.add(limit);
        return list(ConversationRepository::transmission, sql.toString(), values.toArray());
    }

    private static Transmission transmission(ResultSet row) throws SQLException {
        UUID device = uuid(row, "device_id");
        return new Transmission(
                uuid(row, "id"),
                device == null ? null : new DeviceId(device),
                row.getString("protocol"),
                row.getString("identity"),
                instant(row, "at"),
                "in".equalsIgnoreCase(row.getString("direction")),
                row.getString("peer"),
                row.getBytes("raw"),
                row.getString("decoded"),
                row.getString("verdict"));
    }
}
