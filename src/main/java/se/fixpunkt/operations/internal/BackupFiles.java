package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.operations.Backup;

/** The two files that the backup and its drill leave behind. */
@ApplicationScoped
class BackupFiles {
    private static final Logger LOG = Logger.getLogger(BackupFiles.class.getName());

    private final Optional<Path> directory;

    @Inject
    BackupFiles(@ConfigProperty(name = "fixpunkt.backup.status") Optional<String> directory) {
        this.directory = directory.filter(path -> !path.isBlank()).map(Path::of);
    }

    Backup now() {
        return directory
                .map(path -> new Backup(
                        true,
                        read(path.resolve("last-backup.json"), BackupFiles::last)
                                .orElse(null),
                        read(path.resolve("last-drill.json"), BackupFiles::drill)
                                .orElse(null)))
                .orElse(Backup.NOT_CONFIGURED);
    }

    /** Empty when there is none yet, or while it is being written. */
    private static <T> Optional<T> read(Path file, Function<JsonObject, T> reading) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (Reader text = Files.newBufferedReader(file);
                JsonReader json = Json.createReader(text)) {
            return Optional.of(reading.apply(json.readObject()));
        } catch (IOException
                | JsonException
                | DateTimeException
                | ClassCastException
                | NullPointerException malformed) {
            LOG.log(Level.WARNING, malformed, () -> file + " is not what the backup writes");
            return Optional.empty();
        }
    }

    private static Backup.Last last(JsonObject json) {
        return new Backup.Last(
                time(json, "at").orElseThrow(() -> new DateTimeException("at is missing")),
                json.getString("kind", ""),
                number(json, "bytes"),
                time(json, "newestBinlogAt").orElse(null));
    }

    private static Backup.Drill drill(JsonObject json) {
        return new Backup.Drill(
                time(json, "at").orElseThrow(() -> new DateTimeException("at is missing")),
                json.getBoolean("ok", false),
                time(json, "newestRowAt").orElse(null),
                number(json, "rows"),
                number(json, "seconds"),
                json.getString("reason", ""));
    }

    private static Optional<Instant> time(JsonObject json, String name) {
        String text = json.getString(name, "");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(text).toInstant());
    }

    private static long number(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonNumber(name).longValue() : 0;
    }
}
