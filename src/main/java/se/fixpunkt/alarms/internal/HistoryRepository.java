package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceSignal;
import se.fixpunkt.alarms.SignalId;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.database.JdbcRepository;

/** What a device has sent, from the index of its signals. */
@ApplicationScoped
class HistoryRepository extends JdbcRepository {
    /** What a signal says stands in the conversation log; those of earlier versions have it themselves. */
    private static final String SIGNALS =
            """
            SELECT s.id, s.kind, s.code, COALESCE(s.decoded, x.decoded, '') AS decoded, s.raised_at, s.received_at, s.on_test
            FROM device_signal s
            LEFT JOIN device_exchange x ON x.device_id = s.device_id AND x.at = s.received_at AND x.id = s.id
            WHERE s.device_id = ?
            """;

    @Inject
    HistoryRepository(DataSource database) {
        super(database);
    }

    /** The newest first. */
    List<DeviceSignal> signals(DeviceId device, Cursor after, int limit) {
        List<Object> values = new ArrayList<>(List.of(device.value()));
        if (after != null) {
            Collections.addAll(values, after.at(), after.id());
        }
        values.add(limit);
        return list(
                HistoryRepository::signal,
                SIGNALS
                        + (after == null ? "" : " AND (s.received_at, s.id) < (?, ?)")
                        + " ORDER BY s.received_at DESC, s.id DESC LIMIT ?",
                values.toArray());
    }

    private static DeviceSignal signal(ResultSet row) throws SQLException {
        return new DeviceSignal(
                new SignalId(uuid(row, "id")),
                SignalKind.valueOf(row.getString("kind")),
                Objects.requireNonNullElse(row.getString("code"), ""),
                row.getString("decoded"),
                instant(row, "raised_at"),
                instant(row, "received_at"),
                row.getBoolean("on_test"));
    }
}
