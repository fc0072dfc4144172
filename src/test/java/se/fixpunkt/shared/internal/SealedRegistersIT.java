package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.InsideTheServer;
import se.fixpunkt.projects.Invitations;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.Resealing;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Person;

/** Inside the real server, on the real database: registers of earlier releases and of earlier keys. */
@ArquillianTest
class SealedRegistersIT {
    private static final int PEOPLE = 450;
    private static final int INVITATIONS = 250;
    private static final int ROUNDS = 8;
    private static final String VALUES_OF_PERSON = "SELECT sealed_email, sealed_name FROM person WHERE id = ?";

    @Inject
    private Resealing resealing;

    @Inject
    private Vault vault;

    @Inject
    private Directory directory;

    @Inject
    private Invitations invitations;

    @Inject
    private ManagedExecutorService threads;

    @Inject
    private UserTransaction transaction;

    @Inject
    private DataSource database;

    private final String organisation = UUID.randomUUID().toString();
    private final String project = UUID.randomUUID().toString();

    @Deployment
    static WebArchive war() {
        return InsideTheServer.with(SealedRegistersIT.class);
    }

    @BeforeEach
    void keepTheServersOwnTimerFromSealing() throws SQLException {
        execute("REPLACE INTO node_lease (name, holder, expires_at)"
                + " VALUES ('key-change', 'a test', UTC_TIMESTAMP(6) + INTERVAL 10 MINUTE)");
    }

    @BeforeEach
    void anOrganisationWithAProject() throws SQLException {
        execute("INSERT INTO organisation VALUES (?, 'Förseglat', UTC_TIMESTAMP(6), 1)", organisation);
        execute(
                "INSERT INTO project (id, organisation_id, name, two_factor_required, administrators, opened_at,"
                        + " opened_by, version) VALUES (?, ?, 'Bron', FALSE, 1, UTC_TIMESTAMP(6), UUID(), 1)",
                project,
                organisation);
        execute("INSERT INTO project_role VALUES (?, 'MEMBER', 'READ', 1)", project);
    }

    @Test
    void rowsOfAnEarlierReleaseAreReadBeforeAndAfterTwoNodesSealThemAtOnce() throws Exception {
        String[] people = new String[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            people[i] = addPlain("Åsa.Nr" + i + "@plain.test", "Åsa Nr " + i);
        }
        for (int i = 0; i < INVITATIONS; i++) {
            invitePlain("bo.nr" + i + "@plain.test", "token" + i);
        }
        assertEveryoneIsFound(people);

        int done = sealAtOnce();
        assertTrue(done > 0 && done <= PEOPLE + INVITATIONS, () -> "sealed: " + done);

        assertEveryoneIsFound(people);
        assertEquals(
                0,
                number(
                        "SELECT COUNT(*) FROM person WHERE organisation_id = ? AND (email IS NOT NULL OR email_key IS NOT NULL"
                                + " OR name IS NOT NULL OR email_hash IS NULL)",
                        organisation));
        assertEquals(
                0,
                number(
                        "SELECT COUNT(*) FROM project_invitation WHERE project_id = ? AND (email IS NOT NULL"
                                + " OR open_email IS NOT NULL OR invited_by_name IS NOT NULL OR open_email_hash IS NULL)",
                        project));
        assertTrue(resealing.progress().stream().noneMatch(one -> one.column().equals("person")));
    }

    @Test
    void anAddressThatNodesOfTwoReleasesGaveTwiceStaysWithTheFirst() throws Exception {
        String first = addPlain("dubbel@plain.test", "Den Första");
        String second = UUID.randomUUID().toString();
        execute(
                "INSERT INTO person (id, organisation_id, sealed_email, email_hash, sealed_name, language, active,"
                        + " created_at, version) VALUES (?, ?, ?, ?, ?, 'SWEDISH', TRUE,"
                        + " UTC_TIMESTAMP(6) + INTERVAL 1 MINUTE, 1)",
                second,
                organisation,
                vault.seal(bytes("dubbel@plain.test"), "person.sealed_email." + second),
                vault.fingerprint("dubbel@plain.test", "person by address"),
                vault.seal(bytes("Den Andra"), "person.sealed_name." + second));
        assertEquals(first, idOf("dubbel@plain.test"));

        sealAtOnce();

        assertEquals(first, idOf("dubbel@plain.test"));
        assertEquals("Den Andra", known(second).name());
        assertEquals("dubbel@plain.test", known(second).email().value());
    }

    @Test
    void theNewKeySealsThemAnewAndTheyAreFoundAsBefore() throws Exception {
        String id = addPlain("eva@plain.test", "Eva Öberg");
        sealAtOnce();
        List<byte[]> today = values(id);
        execute(
                "UPDATE person SET sealed_email = ?, sealed_name = ? WHERE id = ?",
                asTheFirstReleaseDid(today.get(0)),
                asTheFirstReleaseDid(today.get(1)),
                id);
        resealing.somePlain();
        assertTrue(resealing.progress().stream().anyMatch(one -> one.column().equals("person.sealed_email")));

        int last = 1;
        while (last > 0) {
            last = resealing.some();
        }

        for (byte[] sealed : values(id)) {
            assertEquals(resealing.keyId(), HexFormat.of().formatHex(sealed, 1, KeyedVault.MARK));
        }
        assertEquals(id, idOf("EVA@plain.test"));
        assertEquals("Eva Öberg", known(id).name());
    }

    @Test
    void aValueThatWasCopiedToAnotherPersonDoesNotOpen() throws Exception {
        String eva = addPlain("eva2@plain.test", "Eva");
        String bo = addPlain("bo2@plain.test", "Bo");
        sealAtOnce();
        byte[] own = values(bo).get(1);
        execute("UPDATE person SET sealed_name = ? WHERE id = ?", values(eva).get(1), bo);

        assertThrows(RuntimeException.class, () -> known(bo));

        execute("UPDATE person SET sealed_name = ? WHERE id = ?", own, bo);
    }

    /** As two nodes would that both believed to hold the lease. */
    private int sealAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> node = () -> {
            together.await();
            int done = 0;
            for (int round = 0; round < ROUNDS; round++) {
                done += round();
            }
            return done;
        };
        int done = 0;
        for (Future<Integer> ended : threads.invokeAll(List.of(node, node))) {
            done += ended.get(180, TimeUnit.SECONDS);
        }
        return done;
    }

    /** As the node's timer does it: what lost its races to the other node is for the next round. */
    private int round() {
        try {
            return resealing.somePlain();
        } catch (RuntimeException failure) {
            assertTrue(LostRace.caused(failure), failure::toString);
            return 0;
        }
    }

    private void assertEveryoneIsFound(String[] people) throws Exception {
        for (int i = 0; i < people.length; i++) {
            assertEquals(people[i], idOf("åsa.nr" + i + "@PLAIN.test"));
            assertEquals("Åsa Nr " + i, known(people[i]).name());
        }
        for (int i = 0; i < INVITATIONS; i++) {
            assertEquals(
                    "bo.nr" + i + "@plain.test", invitations.offer("token" + i).email());
            assertEquals("Ida Inbjudare", invitations.offer("token" + i).invitedBy());
        }
    }

    private String idOf(String email) throws Exception {
        return asked(() -> directory.personWith(new EmailAddress(email)))
                .orElseThrow()
                .id()
                .toString();
    }

    private Person known(String id) throws Exception {
        return asked(() -> directory.person(new PersonId(UUID.fromString(id)))).orElseThrow();
    }

    /** As those ask who have a directory to ask: in a transaction. */
    private <T> T asked(Supplier<T> question) throws Exception {
        transaction.begin();
        try {
            return question.get();
        } finally {
            transaction.rollback();
        }
    }

    /** As the release before this did it. */
    private String addPlain(String email, String name) throws SQLException {
        String id = UUID.randomUUID().toString();
        execute(
                "INSERT INTO person (id, organisation_id, email, email_key, name, language, active, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, 'SWEDISH', TRUE, UTC_TIMESTAMP(6), 1)",
                id,
                organisation,
                email,
                email.toLowerCase(Locale.ROOT),
                name);
        return id;
    }

    private void invitePlain(String email, String token) throws SQLException {
        execute(
                "INSERT INTO project_invitation (id, project_id, email, open_email, role, token_fingerprint, invited_by,"
                        + " invited_by_name, invited_at, expires_at, version) VALUES (UUID(), ?, ?, ?, 'MEMBER', ?,"
                        + " UUID(), 'Ida Inbjudare', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 1 DAY, 1)",
                project,
                email,
                email,
                vault.fingerprint(token, "project invitation"));
    }

    /** Format 1, without the id of its key: not sealed by today's, as far as anybody can see. */
    private static byte[] asTheFirstReleaseDid(byte[] today) {
        byte[] rest = Arrays.copyOfRange(today, KeyedVault.MARK, today.length);
        return ByteBuffer.allocate(1 + rest.length).put((byte) 1).put(rest).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<byte[]> values(String person) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(VALUES_OF_PERSON)) {
            statement.setString(1, person);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return List.of(rows.getBytes(1), rows.getBytes(2));
            }
        }
    }

    private long number(String query, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
