package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.operations.Disk;

/** The volumes that this node writes to; one that two of the directories share is told once. */
@ApplicationScoped
class Disks {
    private final List<Path> directories;

    @Inject
    Disks(@ConfigProperty(name = "fixpunkt.disks") Optional<String> configured) {
        this.directories = configured
                .map(list -> Arrays.stream(list.split(",")).map(String::strip))
                .orElseGet(() -> Stream.of(System.getProperty("user.dir"), System.getProperty("java.io.tmpdir")))
                .filter(path -> !path.isEmpty())
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .toList();
    }

    List<Disk> now() {
        Map<Object, Disk> found = new LinkedHashMap<>();
        for (Path directory : directories) {
            try {
                FileStore store = Files.getFileStore(directory);
                found.putIfAbsent(store, new Disk(directory.toString(), store.getTotalSpace(), store.getUsableSpace()));
            } catch (IOException unreadable) {
                found.put(directory, new Disk(directory.toString(), 0, 0));
            }
        }
        return List.copyOf(found.values());
    }
}
