package se.fixpunkt.alarms;

import java.util.List;

/**
 * Texts that Fixpunkt itself writes in alarms and notes. They are stored in Swedish and shown in the reader's language;
 * whoever raises such alarms produces one of these.
 *
 * @param keys in the bundles
 */
public record OwnTexts(List<String> keys) {
    public OwnTexts {
        keys = List.copyOf(keys);
    }
}
