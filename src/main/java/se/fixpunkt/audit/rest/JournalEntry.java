package se.fixpunkt.audit.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.audit.JournalLine;

/** A line of the journal as the contract writes it. */
public record JournalEntry(
        String id,
        Instant at,
        String node,
        String kind,
        Thing subject,
        String organisation,
        String project,
        Actor actor,
        String address,
        JsonObject before,
        JsonObject after) {

    public record Thing(String kind, String id) {}

    /** @param id null for the system and for strangers */
    public record Actor(String id, String name) {}

    static JournalEntry of(JournalLine line) {
        return new JournalEntry(
                line.id().toString(),
                line.at(),
                line.node(),
                line.kind(),
                new Thing(line.subjectKind(), line.subject().toString()),
                line.organisation().toString(),
                text(line.project()),
                new Actor(text(line.actor()), line.actorName()),
                line.address(),
                object(line.before()),
                object(line.after()));
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
