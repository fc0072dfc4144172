package se.fixpunkt.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import se.fixpunkt.harness.DebianMariaDb;
import se.fixpunkt.harness.Directories;
import se.fixpunkt.harness.Program;
import se.fixpunkt.harness.Program.Outcome;
import se.fixpunkt.harness.Waiting;

/** Backup and restore of a real node with Fixpunkt's own tables. The long form, with faults, is {@code ops/backup-scenarios}. */
@TestInstance(Lifecycle.PER_CLASS)
class BackupIT {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String SECRET = "hemlig-" + UUID.randomUUID();

    private final Path home = Directories.temporary("backup");
    private final Path data = home.resolve("data");
    private final Path databaseKeys = home.resolve("database.keys");
    private final Path store = home.resolve("store");
    private final Path privateKey = home.resolve("backup.key");
    private final Path memory =
            Path.of("/dev/shm/fixpunkt-backup-it-" + ProcessHandle.current().pid());

    private DebianMariaDb node;
    private Program stream;

    @BeforeAll
    void backsUpANode() throws Exception {
        node = DebianMariaDb.start(home, data, databaseKeys);
        try (Stream<Path> migrations = Files.list(Path.of("db-migrations"))) {
            for (Path migration : migrations.sorted().toList()) {
                execute(Files.readString(migration));
            }
        }
        found(SECRET);
        Files.createDirectories(store);
        ops("backup", "keys", "--to", home).wellDone();
        stream = Program.start("the stream", home.resolve("stream.log"), onNode("stream", "--every", "1"));
        Program.run("", onNode("full", "--my-cnf", node.settings())).wellDone();
    }

    @AfterAll
    void stops() {
        if (stream != null) {
            stream.close();
        }
        if (node != null) {
            node.close();
        }
        Directories.delete(memory);
    }

    @BeforeEach
    void aSecondThatNobodyElseWritesIn() {
        Instant next = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Waiting.until("the next second", SOON, () -> Instant.now().isAfter(next));
    }

    @Test
    void undoesAWrongDeleteByARestoreToTheSecondBefore() throws Exception {
        found("Vägverket");
        found("Larmcentralen");
        String before = one(node, "SELECT GROUP_CONCAT(id, name ORDER BY id) FROM fixpunkt.organisation");
        aSecondThatNobodyElseWritesIn();
        Instant good = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        aSecondThatNobodyElseWritesIn();
        execute("DELETE FROM organisation");
        awaitShipped();

        Path restored = home.resolve("restored");
        restore(store, restored, "--until", good.toString()).wellDone();

        try (DebianMariaDb again = DebianMariaDb.start(home.resolve("again"), restored, databaseKeys)) {
            assertEquals(before, one(again, "SELECT GROUP_CONCAT(id, name ORDER BY id) FROM fixpunkt.organisation"));
        }
        assertEquals("0", one(node, "SELECT COUNT(*) FROM fixpunkt.organisation"));
    }

    @Test
    void provesByADrillThatTheStoreCanBeRestored() throws Exception {
        awaitShipped();

        ops("backup-drill", "--store", store, "--key", privateKey, "--scratch", home)
                .wellDone();

        assertTrue(Files.readString(store.resolve("last-drill.json")).contains("\"ok\":true"));
    }

    @Test
    void failsTheDrillWhenTheNewestRowIsOld() throws Exception {
        awaitShipped();
        Path old = copyOfTheStore();
        aSecondThatNobodyElseWritesIn();
        aSecondThatNobodyElseWritesIn();

        Outcome drill = ops("backup-drill", "--store", old, "--key", privateKey, "--scratch", home, "--age", "0");

        assertRefusal("the newest row that can be restored", drill);
        assertTrue(Files.readString(old.resolve("last-drill.json")).contains("\"ok\":false"));
    }

    @Test
    void refusesABackupWithOneByteChanged() throws Exception {
        Path tampered = copyOfTheStore();
        changeOneByte(find(tampered, "data.mbstream.zst.age"));
        Path target = home.resolve("tampered");

        Outcome outcome = restore(tampered, target);

        assertRefusal("cannot be decrypted", outcome);
        try (Stream<Path> left = Files.list(target)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void refusesABackupThatWasCutShort() throws Exception {
        Path tampered = copyOfTheStore();
        Path file = find(tampered, "data.mbstream.zst.age");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertRefusal("is damaged", restore(tampered, home.resolve("short")));
    }

    @Test
    void saysThatThePrivateKeyIsMissing() {
        Outcome outcome =
                ops("restore", "--store", store, "--key", home.resolve("no.key"), "--to", home.resolve("none"));

        assertRefusal("the private key", outcome);
    }

    @Test
    void leavesNoSecretInPlainInTheStoreOrOnTheNode() throws Exception {
        found(SECRET + "-again");
        awaitShipped();

        Program.run(SECRET, List.of("ops/secrets-check", store.toString(), data.toString()))
                .wellDone();
    }

    @Test
    void findsASecretThatIsInPlain() throws Exception {
        Path plain = Directories.temporary("plain");
        Files.writeString(plain.resolve("dump.sql"), "INSERT INTO organisation VALUES ('" + SECRET + "')");

        Outcome outcome = Program.run(SECRET, List.of("ops/secrets-check", plain.toString()));

        assertEquals(1, outcome.exit(), outcome.said());
    }

    /** The same in a bucket: made, continued, restored to a second, refused when it was changed or the keys are wrong. */
    @Test
    void keepsAndRestoresInABucket() throws Exception {
        try (Bucket bucket = Bucket.start(home.resolve("bucket"))) {
            List<String> there = bucket.options();
            Path page = Files.createDirectories(home.resolve("page"));
            Path ownMemory = memory.resolve("bucket");
            try (Program toBucket = Program.start(
                    "the stream to the bucket",
                    home.resolve("bucket.log"),
                    onNode("stream", there, "--every", "1", "--work", ownMemory, "--status", page))) {
                Program.run("", onNode("full", there, "--work", ownMemory, "--status", page))
                        .wellDone();
                found("I hinken");
                String before = one(node, "SELECT GROUP_CONCAT(id, name ORDER BY id) FROM fixpunkt.organisation");
                aSecondThatNobodyElseWritesIn();
                Instant good = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                aSecondThatNobodyElseWritesIn();
                execute("DELETE FROM organisation");
                awaitShipped(there);

                Path restored = home.resolve("restored-from-bucket");
                restore(there, restored, "--until", good.toString()).wellDone();

                try (DebianMariaDb again = DebianMariaDb.start(home.resolve("again-bucket"), restored, databaseKeys)) {
                    assertEquals(
                            before, one(again, "SELECT GROUP_CONCAT(id, name ORDER BY id) FROM fixpunkt.organisation"));
                }
                assertTrue(Files.readString(page.resolve("last-backup.json")).contains("newestBinlogAt"));
                assertFalse(toBucket.said().contains("FAILED"), toBucket.said());
            }
            assertRefusal("cannot be read", ops("backup", "list", bucket.withAnotherKey()));
            changeOneByte(find(bucket.content(), "data.mbstream.zst.age"));
            assertRefusal("cannot be decrypted", restore(there, home.resolve("changed-in-bucket")));
        }
    }

    private static void assertRefusal(String words, Outcome outcome) {
        assertNotEquals(0, outcome.exit());
        assertTrue(
                outcome.said().lines().anyMatch(line -> line.contains("FAILED") && line.contains(words)),
                outcome.said());
    }

    /** Waits until the store holds everything that is committed now. */
    private void awaitShipped() {
        awaitShipped(List.of("--store", store.toString()));
    }

    private static void awaitShipped(List<String> to) {
        Instant now = Instant.now();
        Waiting.until("shipped", SOON, () -> {
            String said = ops("backup", "list", to).wellDone().strip();
            return Instant.parse(said.substring(said.lastIndexOf(' ') + 1)).isAfter(now);
        });
    }

    private Outcome restore(Path from, Path to, Object... more) {
        return restore(List.of("--store", from.toString()), to, more);
    }

    private Outcome restore(List<String> from, Path to, Object... more) {
        return ops("restore", from, "--key", privateKey, "--to", to, List.of(more));
    }

    /** @param arguments words, or lists of them */
    private static Outcome ops(String program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("ops/" + program));
        words(arguments).forEach(command::add);
        return Program.run("", command);
    }

    private static Stream<String> words(Object... arguments) {
        return Stream.of(arguments)
                .flatMap(word -> word instanceof List<?> several ? several.stream() : Stream.of(word))
                .map(Object::toString);
    }

    /** What comes later wins. */
    private List<String> onNode(String verb, Object... more) {
        List<String> command = new ArrayList<>(List.of(
                "ops/backup",
                verb,
                "--store",
                store.toString(),
                "--node",
                "it",
                "--work",
                memory.toString(),
                "--recipient",
                home.resolve("backup.pub").toString()));
        words(more).forEach(command::add);
        if (!command.contains("--my-cnf")) {
            command.addAll(List.of("--my-cnf", node.settings().toString()));
        }
        return command;
    }

    /** Without what is being written under a passing name, which may be gone when it is its turn. */
    private Path copyOfTheStore() throws IOException {
        Path copy = Directories.temporary("store");
        String there = "cd \"$0\" && find . -name '.?*' -prune -o -type f -exec cp --parents -t \"$1\" {} +";
        Program.run("", List.of("sh", "-c", there, store.toString(), copy.toString()))
                .wellDone();
        return copy;
    }

    private static Path find(Path directory, String name) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void changeOneByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void found(String organisation) throws SQLException {
        execute("INSERT INTO organisation VALUES (UUID(), '" + organisation + "', UTC_TIMESTAMP(6), 1)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = node.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("USE fixpunkt");
            statement.execute(sql);
        }
    }

    private static String one(DebianMariaDb node, String sql) throws SQLException {
        try (Connection connection = node.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
