package se.fixpunkt.alarms;

import java.util.Set;
import se.fixpunkt.shared.OrganisationId;

/**
 * Alarms about the installation itself, in the queue of the organisation that runs it. One per condition until that is over,
 * whichever node notices it and however many do.
 */
public interface SystemAlarms {

    /**
     * Raises an alarm, with its line in the journal in the same commit.
     *
     * @return whether it was raised now; false while an alarm of the condition stands, also when an operator has closed it
     */
    boolean raise(OrganisationId organisation, SystemCondition condition);

    /** The keys of the conditions that have an alarm and are not over; not of those that reception itself watches. */
    Set<String> standing();

    /**
     * The condition is over; if it comes back it is a new alarm. This one gets a note and stays until an operator closes it.
     *
     * @param note what the operator reads
     */
    void over(String key, String note);
}
