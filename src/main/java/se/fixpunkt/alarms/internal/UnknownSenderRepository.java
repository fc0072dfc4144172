package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.UnknownSender;
import se.fixpunkt.shared.database.JdbcRepository;

/** Who calls without being known: one row each, counted, and not more rows than people can read. */
@ApplicationScoped
class UnknownSenderRepository extends JdbcRepository {

    @Inject
    UnknownSenderRepository(DataSource database) {
        super(database);
    }

    void seen(DeviceIdentity who, Suspicion what) {
        update(
                """
                INSERT INTO unknown_sender (protocol, identity, first_at, last_at, last_peer, verdict, messages)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE last_at = VALUES(last_at), last_peer = VALUES(last_peer),
                    verdict = VALUES(verdict), messages = messages + VALUES(messages)
                """,
                who.protocol().wire(),
                who.value(),
                what.firstAt(),
                what.lastAt(),
                what.peer(),
                what.verdict(),
                what.messages());
    }

    void keepNewest(int most) {
        update(
                """
                DELETE FROM unknown_sender WHERE last_at < (SELECT last_at FROM (
                    SELECT last_at FROM unknown_sender ORDER BY last_at DESC LIMIT 1 OFFSET ?) AS oldest)
                """,
                most);
    }

    void forget(DeviceIdentity who) {
        update(
                "DELETE FROM unknown_sender WHERE protocol = ? AND identity = ?",
                who.protocol().wire(),
                who.value());
    }

    /** Those that nobody has registered meanwhile. */
    List<UnknownSender> newest(int limit) {
        return list(
                UnknownSenderRepository::sender,
                """
                SELECT u.protocol, u.identity, u.first_at, u.last_at, u.last_peer, u.verdict, u.messages FROM unknown_sender u
                WHERE NOT EXISTS (SELECT 1 FROM device d WHERE d.protocol = u.protocol AND d.identity = u.identity)
                ORDER BY u.last_at DESC LIMIT ?
                """,
                limit);
    }

    private static UnknownSender sender(ResultSet row) throws SQLException {
        return new UnknownSender(
                new DeviceIdentity(Protocol.of(row.getString("protocol")).orElseThrow(), row.getString("identity")),
                instant(row, "first_at"),
                instant(row, "last_at"),
                row.getString("last_peer"),
                row.getString("verdict"),
                row.getLong("messages"));
    }
}
