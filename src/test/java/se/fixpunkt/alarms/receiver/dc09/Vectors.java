package se.fixpunkt.alarms.receiver.dc09;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The frames of {@code alarm/dc09.json}: published examples, and some made with openssl, none with our own code. */
final class Vectors {
    private Vectors() {}

    record Vector(String name, String hex, String key, String plaintext) {
        byte[] frame() {
            return HexFormat.of().parseHex(hex);
        }

        boolean encrypted() {
            return key != null;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> all() {
        try (InputStream file = Vectors.class.getResourceAsStream("/alarm/dc09.json")) {
            List<Map<String, String>> vectors = new Yaml().load(file);
            return vectors.stream()
                    .map(vector -> new Vector(
                            vector.get("name"),
                            vector.get("frame_hex"),
                            vector.get("key_ascii"),
                            vector.get("plaintext")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Vector named(String name) {
        return all().filter(vector -> vector.name().equals(name)).findFirst().orElseThrow();
    }
}
