package se.fixpunkt.alarms;

import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Signal;

/** What a message turned out to be. */
public sealed interface Interpretation {

    /** One word for the conversation log, at most 64 characters, e.g. {@code stored}, {@code unknown-device}. */
    String verdict();

    /** The message in readable form, for the conversation log. */
    String decoded();

    /**
     * A signal that must be committed before it is answered.
     *
     * @param receipt the answer's content; stored, and given again to a repeat
     * @param envelope dresses a stored receipt for the wire
     */
    record Accepted(Signal signal, Bytes receipt, Envelope envelope) implements Interpretation {
        @Override
        public String verdict() {
            return "stored";
        }

        @Override
        public String decoded() {
            return signal.decoded();
        }
    }

    /**
     * A message that makes no signal; it is kept in the conversation log only.
     *
     * @param answers what is sent back, in order; may be empty
     */
    record Refused(String verdict, String decoded, List<Bytes> answers) implements Interpretation {
        public Refused {
            answers = List.copyOf(answers);
        }
    }

    /** Turns a receipt into the bytes that are sent, in order. Quick, without effects. */
    @FunctionalInterface
    interface Envelope {
        List<Bytes> wrap(Bytes receipt);
    }
}
