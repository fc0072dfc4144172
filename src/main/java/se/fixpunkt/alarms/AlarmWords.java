package se.fixpunkt.alarms;

import java.util.Locale;

/**
 * Alarms in the reader's language, as far as the words are Fixpunkt's own: of its own alarms and notes, and the names of
 * codes. What a device said stays as it said it.
 */
public interface AlarmWords {

    String of(Alarm alarm, Locale reader);

    String of(AlarmNote note, Locale reader);
}
