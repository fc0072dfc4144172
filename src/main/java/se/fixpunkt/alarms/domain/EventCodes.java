package se.fixpunkt.alarms.domain;

import java.util.Optional;

/** What event codes stand for, to one organisation. */
@FunctionalInterface
public interface EventCodes {
    /** What every organisation begins with. */
    EventCodes USUAL = (list, code) -> UsualCodes.listed(list, code).map(UsualCode::meaning);

    /** Empty when the list does not have the code. */
    Optional<EventMeaning> listed(CodeList list, String code);

    /** Also of a code that is in no list: its neighbours tell, and where they do not it is an alarm, never nothing. */
    default EventMeaning meaning(CodeList list, String code) {
        return listed(list, code).orElseGet(() -> UsualCodes.unlisted(list, code));
    }
}
