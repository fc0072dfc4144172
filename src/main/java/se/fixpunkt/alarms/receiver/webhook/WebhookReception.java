package se.fixpunkt.alarms.receiver.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Peers;
import se.fixpunkt.shared.InvalidValue;

/**
 * Takes requests one by one. What can be seen to be wrong without the device's key is answered here and kept like garbage
 * of other receivers, a sample of it; the rest goes through the intake.
 */
final class WebhookReception {
    /** What waits for its commit is in memory, a body of 64 KiB up to four times: at worst 64 MiB. */
    private static final int AT_ONCE = 256;

    private static final int RETRY_SECONDS = 5;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{0,64}");

    static final Answer NOT_NOW =
            Answer.later(503, "not-stored", "Not stored; send it again, or to another receiver", RETRY_SECONDS);

    private final Intake intake;
    private final Clock clock;
    private final GarbageLog garbage;
    private final Strikes strikes = new Strikes();
    private final AtomicInteger underWay = new AtomicInteger();

    WebhookReception(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
        this.garbage = new GarbageLog(intake, clock);
    }

    /** @return never failed */
    CompletionStage<Answer> receive(Delivery delivery) {
        Instant now = clock.instant();
        Optional<DeviceIdentity> identity = identity(delivery);
        String who = Peers.host(delivery.peer().getAddress()) + " " + delivery.identity();
        if (delivery.isTooLarge()) {
            Answer answer = Answer.problem(413, "too-large", "At most " + Delivery.LONGEST_BODY + " bytes");
            return kept(delivery, identity, "too-large", answer);
        }
        if (strikes.isOut(who, now)) {
            int seconds = (int) Strikes.ROUND.toSeconds();
            Answer answer = Answer.later(429, "too-many-refused", "Refused too often within a minute", seconds);
            return kept(delivery, identity, "too-many", answer);
        }
        Optional<Signature> signature = Signature.read(delivery.signature());
        if (identity.isEmpty() || signature.isEmpty()) {
            String verdict = identity.isEmpty() ? "bad-identity" : "no-signature";
            return kept(delivery, identity, verdict, Answer.notSigned());
        }
        if (!signature.get().isBelieved(now)) {
            return kept(delivery, identity, "wrong-time", Answer.wrongTime(now));
        }
        if (!IDEMPOTENCY_KEY.matcher(delivery.idempotencyKey()).matches()) {
            Answer answer = Answer.problem(422, "invalid-idempotency-key", "1 to 64 visible ASCII characters");
            return kept(delivery, identity, "bad-idempotency-key", answer);
        }
        return taken(delivery, identity.get(), signature.get(), who, now);
    }

    private CompletionStage<Answer> taken(
            Delivery delivery, DeviceIdentity identity, Signature signature, String who, Instant now) {
        Reading reading = Reading.of(delivery.body(), now);
        if (underWay.incrementAndGet() > AT_ONCE) {
            underWay.decrementAndGet();
            return kept(delivery, Optional.of(identity), "not-stored", NOT_NOW);
        }
        return intake.take(new Arrival(
                        identity,
                        delivery.raw(),
                        Peers.text(delivery.peer()),
                        now,
                        lane(reading),
                        new MessageInterpreter(delivery, signature, identity, reading, now)))
                .handle((receipt, notStored) -> {
                    underWay.decrementAndGet();
                    return answer(delivery, identity, receipt, who, now);
                });
    }

    /** @param receipt null when it could not be stored */
    private Answer answer(Delivery delivery, DeviceIdentity identity, Receipt receipt, String who, Instant now) {
        if (receipt == null || receipt.answers().isEmpty()) {
            keep(delivery, Optional.of(identity), "not-stored", NOT_NOW);
            return NOT_NOW;
        }
        Answer answer = Answer.of(receipt.answers().get(0));
        if (answer.status() == Answer.UNAUTHORISED) {
            strikes.add(who, now);
        }
        return answer;
    }

    /** Unsigned requests may say whatever they like about themselves; they wait behind those that claim an alarm. */
    private static Lane lane(Reading reading) {
        return reading.message().filter(message -> !message.isSupervision()).isPresent()
                ? Lane.ALARM
                : Lane.SUPERVISION;
    }

    private static Optional<DeviceIdentity> identity(Delivery delivery) {
        try {
            return Optional.of(DeviceIdentity.of(Protocol.WEBHOOK, delivery.identity()));
        } catch (InvalidValue notAnIdentity) {
            return Optional.empty();
        }
    }

    private CompletionStage<Answer> kept(
            Delivery delivery, Optional<DeviceIdentity> identity, String verdict, Answer answer) {
        keep(delivery, identity, verdict, answer);
        return CompletableFuture.completedFuture(answer);
    }

    private void keep(Delivery delivery, Optional<DeviceIdentity> identity, String verdict, Answer answer) {
        // It counts for one thread; here many come.
        synchronized (garbage) {
            garbage.keep(Protocol.WEBHOOK, identity, delivery.peer(), delivery.raw(), "", verdict);
            garbage.keepAnswer(Protocol.WEBHOOK, identity, delivery.peer(), answer.bytes(), verdict);
        }
    }
}
