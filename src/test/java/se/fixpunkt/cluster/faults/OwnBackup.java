package se.fixpunkt.cluster.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.cluster.Cluster;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Program;
import se.fixpunkt.harness.Program.Outcome;
import se.fixpunkt.harness.Waiting;

/** The cluster's own backup, which it makes and proves by itself, and what may not be read in it nor beside it. */
final class OwnBackup {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration YOUNG = Duration.ofMinutes(10);
    private static final String FOUND = "secrets-check: FAILED";

    private final Cluster cluster;
    private final Api administrator;

    OwnBackup(Cluster cluster, Api administrator) {
        this.cluster = cluster;
        this.administrator = administrator;
    }

    /** Its daemons are started and nothing else is asked of them; the page for IT staff says what came of it. */
    void isMadeAndProvenWithoutHands() {
        cluster.start("backup-a", "drills");
        try {
            Waiting.until("a drill on the status page", SOON, () -> page().get("drill") instanceof JsonObject);
            JsonObject backup = page();
            JsonObject drill = backup.getJsonObject("drill");
            assertTrue(drill.getBoolean("ok"), backup::toString);
            assertTrue(drill.getInt("rows") > 0, backup::toString);
            assertYoung(drill.getString("at"));
            assertYoung(drill.getString("newestRowAt"));
            assertYoung(backup.getJsonObject("last").getString("at"));
            assertYoung(backup.getJsonObject("last").getString("newestBinlogAt"));
        } finally {
            cluster.stop("drills", "backup-a");
        }
    }

    /** Data, redo and binary logs, temporary files, logs of the servers, store of the backup, replication caches, and a whole dump. */
    void holdsNothingInPlain(PlantedSecrets planted) {
        cluster.run("sql", "db-a", "-e", "FLUSH BINARY LOGS; SET GLOBAL innodb_max_dirty_pages_pct = 0");
        cluster.run("backup", "db-a");
        cluster.run("sql", "db-a", "-e", "SET GLOBAL innodb_max_dirty_pages_pct = DEFAULT");
        Path dump = cluster.home().resolve("dump");
        String caches = cacheDirectory();
        Program.run(
                        "",
                        List.of(
                                "sh",
                                "-c",
                                "mkdir -p \"$1\" && mariadb-dump --no-defaults --socket=\"$2\" --all-databases --skip-lock-tables >\"$1/dump.sql\"",
                                "-",
                                dump.toString(),
                                cluster.home().resolve("db-a/mariadbd.sock").toString()))
                .wellDone();

        Outcome everywhere = check(planted.lines(), cluster.home().toString(), caches);
        assertEquals(0, everywhere.exit(), everywhere.said());
        // What is not sealed is in the dump and in the cache, where it is not encrypted: so the search would have found
        // it.
        assertTrue(check(planted.identityInPlain(), dump.toString()).said().contains(FOUND));
        assertTrue(check(planted.identityInPlain(), caches).said().contains(FOUND));
        // And nothing at all is readable in what a thief of a disk or of the store has.
        for (String place : List.of("db-a/data", "db-b/data", "backup")) {
            Outcome disk = check(
                    planted.identityInPlain(), cluster.home().resolve(place).toString());
            assertEquals(0, disk.exit(), disk.said());
        }
    }

    private static Outcome check(String secrets, String... places) {
        List<String> command = new ArrayList<>(List.of("ops/secrets-check"));
        command.addAll(List.of(places));
        return Program.run(secrets, command);
    }

    private String cacheDirectory() {
        String options = cluster.run("sql", "db-a", "-N", "-e", "SELECT @@wsrep_provider_options");
        Path cache = Path.of(options.replaceFirst("(?s).*gcache\\.dir = ([^;]+);.*", "$1"));
        return cache.getParent().toString();
    }

    private JsonObject page() {
        return administrator.get("operations/status").expect(200).json().getJsonObject("backup");
    }

    private static void assertYoung(String moment) {
        Duration age = Duration.between(Instant.parse(moment), Instant.now());
        assertTrue(age.compareTo(YOUNG) < 0, () -> "from " + age + " ago");
    }
}
