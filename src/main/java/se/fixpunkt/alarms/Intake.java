package se.fixpunkt.alarms;

import java.util.concurrent.CompletionStage;

/** Where receivers hand in what devices sent. Many waiting messages share one commit. */
public interface Intake {

    /**
     * Stores a message, its raw bytes, the answer and, where it is an alarm, the operator's case, in one commit. A repeat
     * (see {@link se.fixpunkt.alarms.domain.RepeatKey}) gets the stored receipt again, also when it arrives on two nodes
     * at once.
     *
     * @return the receipt, completed only after the commit; failed with {@link NotStored} within about three seconds when
     *     it cannot be stored. Completed on a thread of the intake: do nothing slow there.
     */
    CompletionStage<Receipt> take(Arrival arrival);

    /** Keeps an exchange that is no signal (garbage, retransmissions, deliveries) in the log. Never blocks; may be dropped under pressure. */
    void note(Overheard overheard);
}
