package se.fixpunkt.alarms.internal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.DeviceRecord;

/** A record as the JSON that is sealed. Unknown names are passed over, so that an older node reads a newer one's. */
final class RecordText {
    private RecordText() {}

    static byte[] write(DeviceRecord record) {
        JsonArrayBuilder contacts = Json.createArrayBuilder();
        for (Contact contact : record.contacts()) {
            contacts.add(Json.createObjectBuilder()
                    .add("name", contact.name())
                    .add("phone", contact.phone())
                    .add("relation", contact.relation()));
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
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
        try (JsonReader reader = Json.createReader(new StringReader(new String(written, StandardCharsets.UTF_8)))) {
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

    private static BigDecimal degrees(JsonObject json, String name) {
        return json.containsKey(name) ? new BigDecimal(json.getString(name)) : null;
    }
}
