package se.fixpunkt.operations.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.operations.Backup;

class BackupFilesTest {
    @TempDir
    private Path directory;

    @Test
    void readsWhatTheBackupAndItsDrillWrote() throws IOException {
        Files.writeString(
                directory.resolve("last-backup.json"),
                "{\"at\":\"2026-01-05T03:00:00Z\",\"kind\":\"full\",\"bytes\":5000000000,\"newestBinlogAt\":\"2026-01-05T11:58:00+01:00\"}");
        Files.writeString(
                directory.resolve("last-drill.json"),
                "{\"at\":\"2026-01-05T04:00:00Z\",\"ok\":false,\"newestRowAt\":\"\",\"rows\":12,\"seconds\":34,\"reason\":\"rows differ\"}");

        assertEquals(
                new Backup(
                        true,
                        new Backup.Last(
                                Instant.parse("2026-01-05T03:00:00Z"),
                                "full",
                                5_000_000_000L,
                                Instant.parse("2026-01-05T10:58:00Z")),
                        new Backup.Drill(Instant.parse("2026-01-05T04:00:00Z"), false, null, 12, 34, "rows differ")),
                now());
    }

    @Test
    void beforeTheFirstThereIsNone() {
        assertEquals(new Backup(true, null, null), now());
    }

    @Test
    void aFileThatIsBeingWrittenIsNone() throws IOException {
        Files.writeString(directory.resolve("last-backup.json"), "{\"at\":\"2026-01");
        Files.writeString(directory.resolve("last-drill.json"), "[]");

        assertEquals(new Backup(true, null, null), now());
    }

    @Test
    void withoutADirectoryItIsNotConfigured() {
        assertEquals(Backup.NOT_CONFIGURED, new BackupFiles(Optional.empty()).now());
    }

    private Backup now() {
        return new BackupFiles(Optional.of(directory.toString())).now();
    }
}
