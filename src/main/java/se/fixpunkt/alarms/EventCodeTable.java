package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;

/**
 * What the event codes of devices stand for to the caller's organisation. Every organisation begins with what the protocols
 * say and may change each code; all nodes go by a change within a few seconds. Takes {@code MANAGE_DEVICES}.
 */
public interface EventCodeTable {

    /** All codes of a list, in their order, the organisation's own among them. */
    List<EventCode> codes(CodeList list);

    /** @throws se.fixpunkt.shared.NotFound when the list does not have it and the organisation has not added it */
    EventCode code(CodeList list, String code);

    /**
     * Changes what a code stands for, or adds a code.
     *
     * @throws se.fixpunkt.shared.InvalidValue when it cannot be a code of that list, or a code cannot stand for that
     */
    EventCode change(CodeList list, String code, EventMeaning meaning);

    /** Back to what it usually stands for; a code of the organisation's own is gone. */
    void reset(CodeList list, String code);
}
