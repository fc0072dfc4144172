package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.InsideTheServer;
import se.fixpunkt.shared.Resealing;
import se.fixpunkt.shared.Vault;

/** Inside the real server: values of the first release become values of today's key, and those that nobody can open stay. */
@ArquillianTest
class ResealingIT {
    private static final byte[] PLAIN = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int DEVICES = 450;

    @Inject
    private Resealing resealing;

    @Inject
    private Vault vault;

    @Inject
    private DataSource database;

    @Deployment
    static WebArchive war() {
        return InsideTheServer.with(ResealingIT.class);
    }

    @Test
    void everythingThatCanBeOpenedIsSealedAnewWhateverStandsInTheWay() throws Exception {
        // Or the server's own timer would do a part of it.
        execute("REPLACE INTO node_lease (name, holder, expires_at)"
                + " VALUES ('key-change', 'a test', UTC_TIMESTAMP(6) + INTERVAL 10 MINUTE)");
        UUID[] devices = new UUID[DEVICES];
        for (int i = 0; i < DEVICES; i++) {
            devices[i] = UUID.randomUUID();
            add(devices[i], sealedByTheFirstRelease("device.key." + devices[i]));
        }
        UUID lost = UUID.randomUUID();
        byte[] unreadable = sealedByTheFirstRelease("device.key.of-another");
        add(lost, unreadable);

        int done = 0;
        for (int last = resealing.some(); last > 0; last = resealing.some()) {
            done += last;
        }

        assertEquals(DEVICES, done);
        for (UUID device : devices) {
            byte[] sealed = sealed(device);
            assertEquals(resealing.keyId(), HexFormat.of().formatHex(sealed, 1, 5));
            assertArrayEquals(PLAIN, vault.open(sealed, "device.key." + device));
        }
        assertArrayEquals(unreadable, sealed(lost));
        assertTrue(resealing.progress().stream()
                .anyMatch(column -> column.column().equals("device.sealed_key") && column.left() == 1));
        execute("DELETE FROM device WHERE id = ?", lost);
    }

    /** As the first release did it: format 1, no key id. */
    private byte[] sealedByTheFirstRelease(String place) {
        byte[] today = vault.seal(PLAIN, place);
        byte[] rest = Arrays.copyOfRange(today, KeyedVault.MARK, today.length);
        return ByteBuffer.allocate(1 + rest.length).put((byte) 1).put(rest).array();
    }

    private void add(UUID id, byte[] sealed) throws SQLException {
        execute(
                "INSERT INTO device (id, organisation_id, protocol, identity, name, sealed_key, created_at, version)"
                        + " VALUES (?, UUID(), 'webhook', ?, 'Prov', ?, UTC_TIMESTAMP(6), 1)",
                id,
                id,
                sealed);
    }

    private byte[] sealed(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT sealed_key FROM device WHERE id = ?")) {
            statement.setString(1, id.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
            }
            statement.executeUpdate();
        }
    }
}
