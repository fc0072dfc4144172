package se.fixpunkt.alarms;

import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;

/**
 * An event code and what it stands for to an organisation.
 *
 * @param swedish what the protocol calls it; empty for a code that only the organisation has
 * @param usual what it stands for where nobody has changed it; null for a code that only the organisation has
 */
public record EventCode(
        CodeList list, String code, String swedish, String english, EventMeaning meaning, EventMeaning usual) {
    public boolean isChanged() {
        return !meaning.equals(usual);
    }
}
