package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;

/**
 * The organisation's alarms and what operators do with them. Everything takes {@code HANDLE_ALARMS}; another
 * organisation's alarm does not exist. Every deed is a domain event in the same commit.
 */
public interface Alarms {

    /** The longest note, in characters. */
    int NOTE_LENGTH = 4000;

    /** The longest closing text, in characters. */
    int CLOSING_TEXT_LENGTH = 2000;

    /**
     * Open or taken alarms in the queue's order: priority, then age. Closed alarms, or all when no state is asked for: the
     * newest first.
     *
     * @param state null for all
     * @param after the last page's {@code next}; null for the first page
     */
    Page<Alarm> list(AlarmState state, String after, int limit);

    /** A device's alarms, the newest first; also of a device that has left the register. */
    Page<Alarm> ofDevice(DeviceId device, String after, int limit);

    Alarm alarm(AlarmId id);

    /** The alarm's notes, oldest first. */
    List<AlarmNote> notes(AlarmId id);

    /**
     * Takes the alarm for the caller. Of many who try, on any server group, exactly one wins; the winner may ask again.
     *
     * @throws AlarmAlreadyTaken when another operator has it, with who and when
     * @throws AlarmAlreadyClosed when it has come to its end
     */
    Alarm take(AlarmId id);

    /** Adds a note; anybody who handles alarms may, also afterwards. */
    AlarmNote note(AlarmId id, String text);

    /** The other people who handle alarms here, by name. */
    List<Operator> operators();

    /**
     * Gives an alarm in the caller's hands to another operator of the organisation.
     *
     * @throws AlarmNotInYourHands when the caller has not taken it
     * @throws se.fixpunkt.shared.InvalidValue when nobody of that id handles alarms here
     */
    Alarm handOver(AlarmId id, PersonId to);

    /**
     * Ends an alarm in the caller's hands. Asked again by the same operator it changes nothing.
     *
     * @param text what to remember; may be null
     * @throws AlarmNotInYourHands when the caller has not taken it
     * @throws AlarmAlreadyClosed when somebody else has closed it
     */
    Alarm close(AlarmId id, Disposition disposition, String text);
}
