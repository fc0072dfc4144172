package se.fixpunkt.alarms.receiver.webhook;

import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Envelope;
import se.fixpunkt.alarms.Interpretation.Proof;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Interpreter;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;

/**
 * Decides about one request once its sender's key is known. Nothing is told to whoever has not signed.
 *
 * @param reading the body, read beforehand, because the thread that interprets is everybody's
 * @param at when it arrived
 */
record MessageInterpreter(Delivery delivery, Signature signature, DeviceIdentity identity, Reading reading, Instant at)
        implements Interpreter {
    /** So long an {@code Idempotency-Key} is remembered; a sender that counts may then begin anew. */
    private static final Duration REPEATED_WITHIN = Duration.ofDays(1);

    /** A key that is a reference as it stands: visible ASCII of the column's width. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** Nodes' clocks may differ by a minute; a signature is remembered until it is out of every node's window. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** {@code Json}'s own methods look through all of the server's archives for it, each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Takes part in the same calculation, so that an unknown device is answered no sooner than a known one. */
    private static final Bytes NOBODYS_KEY = Bytes.latin1("nobody");

    @Override
    public Interpretation interpret(Optional<Sender> sender) {
        Optional<Bytes> key = sender.flatMap(Sender::key);
        Optional<Bytes> code = signature.genuine(delivery.body(), key.orElse(NOBODYS_KEY));
        if (key.isEmpty()) {
            return refused(sender.isEmpty() ? "unknown-device" : "no-key", Answer.notSigned());
        }
        if (code.isEmpty()) {
            return refused("wrong-signature", Answer.notSigned());
        }
        return reading.message()
                .<Interpretation>map(message -> accepted(message, code.get().hex()))
                .orElseGet(() -> refused("not-understood", reading.problem().orElseThrow()));
    }

    private Accepted accepted(Message message, String code) {
        String reference = reference(code);
        String bodyHash = hash(delivery.body());
        Signal signal = new Signal(
                reference,
                new RepeatKey(repeatKey(code), REPEATED_WITHIN),
                message.kind(),
                message.about(),
                message.urgency(),
                message.code(),
                message.words(),
                message.at(),
                message.place(),
                describe(message.decoded()));
        String receipt = JSON.createObjectBuilder()
                .add("status", "stored")
                .add("reference", reference)
                .add("receivedAt", at.toString())
                .add("bodySha256", bodyHash)
                .build()
                .toString();
        return new Accepted(signal, Bytes.utf8(receipt), new HttpEnvelope(bodyHash), Optional.of(proof(code)));
    }

    /** What the sender calls the message; a key that has no room, or looks like something else, is known by its SHA-256. */
    private String reference(String code) {
        String key = delivery.idempotencyKey();
        if (key.isEmpty()) {
            return code;
        }
        return PLAIN.matcher(key).matches() ? key : hash(Bytes.utf8(key));
    }

    /**
     * Hashed, because the key may be made of characters that mean something in a repeat key. Without an {@code
     * Idempotency-Key} the signature makes a message the same: it may be sent again as it is, and signed anew it is another.
     */
    private String repeatKey(String code) {
        String same = delivery.idempotencyKey().isEmpty() ? "signature " + code : "key " + delivery.idempotencyKey();
        return "webhook|" + identity.value() + "|" + hash(Bytes.utf8(same));
    }

    /** What we calculated, not what was sent: the same signature can be written in several ways. */
    private Proof proof(String code) {
        return new Proof(
                "webhook|" + identity.value() + "|" + code,
                signature.at().plus(Signature.WINDOW).plus(CLOCKS_DIFFER),
                refused(
                        "replayed",
                        Answer.problem(
                                409, "signature-used", "This signature came with another message; sign each anew")));
    }

    private Refused refused(String verdict, Answer answer) {
        return new Refused(verdict, describe(""), List.of(answer.bytes()));
    }

    private String describe(String fields) {
        String signed = "signed: " + signature.at();
        String key = delivery.idempotencyKey().isEmpty()
                ? ""
                : "\nidempotency key: " + Text.printable(delivery.idempotencyKey());
        return signed + key + (fields.isEmpty() ? "" : "\n" + fields);
    }

    private static String hash(Bytes bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }

    /** A receipt as an answer over HTTP; it says which body it is for, and is given to no other. */
    private final class HttpEnvelope implements Envelope {
        private final String bodyHash;

        private HttpEnvelope(String bodyHash) {
            this.bodyHash = bodyHash;
        }

        @Override
        public List<Bytes> wrap(Bytes receipt) {
            return List.of(Answer.stored(receipt.text(StandardCharsets.UTF_8)).bytes());
        }

        @Override
        public Optional<Refused> objection(Bytes receipt) {
            // A quote inside a value is escaped, so this stands in a receipt as its field only.
            boolean same = receipt.text(StandardCharsets.UTF_8).contains("\"bodySha256\":\"" + bodyHash + "\"");
            return same
                    ? Optional.empty()
                    : Optional.of(refused(
                            "other-body",
                            Answer.problem(
                                    409,
                                    "idempotency-key-used",
                                    "This Idempotency-Key came with another body within the last day")));
        }
    }
}
