package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
     * @param proof what the sender may use for this message only; empty in protocols that know no such thing
     * @param keys what it makes of the device's key
     */
    record Accepted(Signal signal, Bytes receipt, Envelope envelope, Optional<Proof> proof, KeyChange keys)
            implements Interpretation {
        public Accepted(Signal signal, Bytes receipt, Envelope envelope) {
            this(signal, receipt, envelope, Optional.empty());
        }

        public Accepted(Signal signal, Bytes receipt, Envelope envelope, Optional<Proof> proof) {
            this(signal, receipt, envelope, proof, KeyChange.NONE);
        }

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

        /**
         * Why this message is not the one that was answered under the same repeat key, where that can be told.
         *
         * @param receipt what the earlier message was answered
         */
        default Optional<Refused> objection(Bytes receipt) {
            return Optional.empty();
        }
    }

    /**
     * A signature or the like that vouches for one repeat key: whoever has overheard it cannot make a second message
     * with it.
     *
     * @param value printable ASCII, at most 190 characters, the same on every node
     * @param until after this nobody would believe it anyway, so that it need not be remembered
     * @param whenUsed what a message with another repeat key becomes
     */
    record Proof(String value, Instant until, Refused whenUsed) {}

    /**
     * A key that rolls: the device is given a new one, which holds beside the old one until the device has used it.
     *
     * @param used whether the message came with the key that was given, so that the old one is over
     * @param given the next key, if the message is answered with one
     */
    record KeyChange(boolean used, Optional<Bytes> given) {
        public static final KeyChange NONE = new KeyChange(false, Optional.empty());
    }
}
