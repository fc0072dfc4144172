package se.fixpunkt.alarms;

import se.fixpunkt.alarms.domain.Priority;

/**
 * Something wrong with the installation itself.
 *
 * @param key the same for the same trouble for as long as it lasts; cut at 512 characters
 * @param urgent whether alarms of people may be lost meanwhile
 * @param text for the operator, one line, cut at 512 characters
 */
public record SystemCondition(String key, boolean urgent, String text) {
    private static final int LONGEST = 512;

    public SystemCondition {
        key = cut(key);
        text = cut(text);
    }

    public Priority priority() {
        return urgent ? Priority.URGENT : Priority.TECHNICAL;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
