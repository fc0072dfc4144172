package se.fixpunkt.alarms.internal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.DeviceRecord;

/** A record as the JSON that is sealed. Unknown names are passed over, so that an older node reads a newer one's. */
final class RecordText {
    // Kept: each call of Json itself looks through the class path for who provides it, which takes half a
    // millisecond.
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private RecordText() {}

    static byte[] write(DeviceRecord record) {
        JsonArrayBuilder contacts = BUILDERS.createArrayBuilder();
        for (Contact contact : record.contacts()) {
            contacts.add(BUILDERS.createObjectBuilder()
                    .add("name", contact.name())
                    .add("phone", contact.phone())
                    .add("relation", contact.relation()));
        }
        JsonObjectBuilder json = BUILDERS.createObjectBuilder()
                .add("person", record.person())
                .add("address", record.address())
                .add("instructions", record.instructions())
                .add("contacts", contacts);
        if (record.latitude() != null) {
            json.add("latitude", record.latitude().toPlainString());
            json.add("longitude", record.longitude().toPlainString());
        }
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    static DeviceRecord read(byte[] written) {
        try (JsonReader reader = READERS.createReader(new StringReader(new String(written, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            List<Contact> contacts = json.getJsonArray("contacts").getValuesAs(JsonObject.class).stream()
                    .map(one -> new Contact(one.getString("name"), one.getString("phone"), one.getString("relation")))
                    .toList();
            return new DeviceRecord(
                    json.getString("person"),
                    json.getString("address"),
                    degrees(json, "latitude"),
                    degrees(json, "longitude"),
                    json.getString("instructions"),
                    contacts);
        }
    }

    /** The name alone, for lists; the rest is not looked at. Empty when there is none. */
    static String person(byte[] written) {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(written), StandardCharsets.UTF_8)) {
            while (parser.hasNext()) {
                if (parser.next() == Event.KEY_NAME && parser.getString().equals("person")) {
                    parser.next();
                    return parser.getString();
                }
            }
        }
        return "";
    }

    private static BigDecimal degrees(JsonObject json, String name) {
        return json.containsKey(name) ? new BigDecimal(json.getString(name)) : null;
    }
}
