package se.fixpunkt.alarms.receiver.dc09;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The frames of {@code alarm/dc09.json}: published examples, and some made with openssl, none with our own code. */
final class Vectors {
    private Vectors() {}

    record Vector(String name, byte[] frame, String expect, String key, String plaintext) {
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
            List<JsonObject> vectors = Json.createReader(file).readArray().getValuesAs(JsonObject.class);
            return vectors.stream()
                    .map(json -> new Vector(
                            json.getString("name"),
                            HexFormat.of().parseHex(json.getString("frame_hex")),
                            json.getString("expect"),
                            json.getString("key_ascii", null),
                            json.getString("plaintext", null)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Vector named(String name) {
        return all().filter(vector -> vector.name().equals(name)).findFirst().orElseThrow();
    }
}
