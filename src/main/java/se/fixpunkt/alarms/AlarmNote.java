package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.UUID;

/** What an operator wrote about an alarm, for good. */
public record AlarmNote(UUID id, Instant at, String author, String text) {}
