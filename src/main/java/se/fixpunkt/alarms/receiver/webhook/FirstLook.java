package se.fixpunkt.alarms.receiver.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;

/** What is seen of a request without its device's key. */
sealed interface FirstLook {
    int LONGEST_KEY = 255;

    /** Also blanks and letters of any alphabet: it is compared and never understood. */
    Pattern IDEMPOTENCY_KEY = Pattern.compile("[^\\x00-\\x1f\\x7f]{0," + LONGEST_KEY + "}");

    /** It can be said whether it is genuine, once the key is known. */
    record Signed(DeviceIdentity identity, Signature signature) implements FirstLook {}

    /** It is wrong whatever the key is. */
    record Objection(String verdict, Answer answer) implements FirstLook {}

    static FirstLook at(Delivery delivery, Instant now) {
        if (delivery.isTooLarge()) {
            return new Objection(
                    "too-large", Answer.problem(413, "too-large", "At most " + Delivery.LONGEST_BODY + " bytes"));
        }
        Optional<DeviceIdentity> identity = identity(delivery);
        Optional<Signature> signature = Signature.read(delivery.signature());
        if (identity.isEmpty() || signature.isEmpty()) {
            return new Objection(identity.isEmpty() ? "bad-identity" : "no-signature", Answer.notSigned());
        }
        if (!signature.get().isBelieved(now)) {
            return new Objection("wrong-time", Answer.wrongTime(now));
        }
        if (!IDEMPOTENCY_KEY.matcher(delivery.idempotencyKey()).matches()) {
            return new Objection(
                    "bad-idempotency-key",
                    Answer.problem(
                            422,
                            "invalid-idempotency-key",
                            "1 to " + LONGEST_KEY + " characters, none of them a control character"));
        }
        return new Signed(identity.get(), signature.get());
    }

    /** Whom it says it is from; empty when nobody can be called that. */
    static Optional<DeviceIdentity> identity(Delivery delivery) {
        try {
            return Optional.of(DeviceIdentity.of(Protocol.WEBHOOK, delivery.identity()));
        } catch (InvalidValue notAnIdentity) {
            return Optional.empty();
        }
    }
}
