package se.fixpunkt.alarms.rest;

import java.time.Instant;
import se.fixpunkt.alarms.AlarmNote;

/** A note in the contract's form. */
public record NoteJson(String id, Instant at, String author, String text) {
    /** @param text in the reader's language */
    static NoteJson of(AlarmNote note, String text) {
        return new NoteJson(note.id().toString(), note.at(), note.author(), text);
    }
}
