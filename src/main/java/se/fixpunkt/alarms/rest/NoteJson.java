package se.fixpunkt.alarms.rest;

import java.time.Instant;
import se.fixpunkt.alarms.AlarmNote;

/** A note in the contract's form. */
public record NoteJson(String id, Instant at, String author, String text) {
    static NoteJson of(AlarmNote note) {
        return new NoteJson(note.id().toString(), note.at(), note.author(), note.text());
    }
}
