package se.fixpunkt.alarms;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.shared.TimeOrderedId;

/** A receiving centre for tests: its own operators and devices, and alarms written as another server group would. */
final class Desk {
    final RunningFixpunkt fixpunkt = RunningFixpunkt.get();
    final Api administrator = fixpunkt.administrator();

    /** A new person with these rights, signed in. */
    Api person(String... rights) {
        return fixpunkt.api().signIn(email(rights), RunningFixpunkt.PASSWORD);
    }

    /** The address of a new person with these rights. */
    String email(String... rights) {
        return emailOfReader("sv", rights);
    }

    /** The address of a new person who reads that language. */
    String emailOfReader(String language, String... rights) {
        String email = "p" + UUID.randomUUID() + "@test.test";
        administrator
                .post(
                        "people",
                        Map.of(
                                "email",
                                email,
                                "name",
                                "Operatör " + email.substring(1, 5),
                                "password",
                                RunningFixpunkt.PASSWORD,
                                "language",
                                language,
                                "rights",
                                List.of(rights)))
                .expect(201);
        return email;
    }

    /** A new SCAIP device of the administrator's organisation. */
    JsonObject device() {
        return administrator
                .post("devices", Map.of("protocol", "scaip", "identity", identity(), "name", "Provenhet"))
                .expect(201)
                .json();
    }

    static String identity() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999_999L));
    }

    /** An open alarm of the device, committed behind this node's back. */
    String alarm(JsonObject device, int priority) {
        return alarm(device.getString("id"), organisation(device.getString("id")), priority);
    }

    String organisation(String device) {
        return fixpunkt.sql("SELECT organisation_id FROM device WHERE id = ?", device)
                .get(0)
                .get("organisation_id");
    }

    String alarm(String device, String organisation, int priority) {
        String id = TimeOrderedId.next().toString();
        LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
        execute(
                """
                INSERT INTO alarm (id, organisation_id, device_id, signal_id, kind, priority, state, text, raised_at,
                    received_at, late, changed_at, version)
                VALUES (?, ?, ?, ?, 'fall', ?, 'OPEN', 'Hallen', ?, ?, FALSE, ?, 1)
                """,
                id,
                organisation,
                device,
                UUID.randomUUID().toString(),
                priority,
                now,
                now,
                now);
        return id;
    }

    /** Somebody who has called and is in no register. */
    void stranger(String identity) {
        execute(
                """
                INSERT INTO unknown_sender (protocol, identity, first_at, last_at, last_peer, verdict, messages)
                VALUES ('scaip', ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), '192.0.2.1:5060', 'unknown-device', 1)
                """,
                identity);
    }

    /** A line of a conversation; device null for an unknown sender. */
    void line(String device, String identity, String direction, byte[] raw, Instant at) {
        execute(
                """
                INSERT INTO device_exchange (id, device_id, protocol, identity, at, node, direction, peer, raw, decoded, verdict)
                VALUES (?, COALESCE(?, '00000000-0000-0000-0000-000000000000'), 'scaip', ?, ?, 'a', ?, '192.0.2.1:5060', ?,
                    'ref: 1', 'accepted')
                """,
                TimeOrderedId.next().toString(),
                device,
                identity,
                LocalDateTime.ofInstant(at, ZoneOffset.UTC),
                direction,
                raw);
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = fixpunkt.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
