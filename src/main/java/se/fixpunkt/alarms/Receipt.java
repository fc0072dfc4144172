package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Our answer on the wire; it exists only after the commit.
 *
 * @param outcome what became of the message
 * @param answers the bytes to send, in order; already in the conversation log
 */
public record Receipt(Outcome outcome, List<Bytes> answers) {
    public Receipt {
        answers = List.copyOf(answers);
    }

    public enum Outcome {
        STORED,
        REPEATED,
        REFUSED
    }
}
