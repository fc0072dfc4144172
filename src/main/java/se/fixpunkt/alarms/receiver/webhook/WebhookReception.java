package se.fixpunkt.alarms.receiver.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Peers;

/**
 * Takes requests one by one. What can be seen to be wrong without the device's key is answered here and kept like garbage
 * of other receivers, a sample of it; the rest goes through the intake.
 */
final class WebhookReception {
    /** What waits for its commit is in memory, a body of 64 KiB up to four times: at worst 64 MiB. */
    private static final int AT_ONCE = 256;

    private static final int RETRY_SECONDS = 5;

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
        String who = Peers.host(delivery.peer().getAddress()) + " " + delivery.identity();
        if (strikes.isOut(who, now)) {
            int seconds = (int) Strikes.ROUND.toSeconds();
            Answer answer = Answer.later(429, "too-many-refused", "Refused too often within a minute", seconds);
            return kept(delivery, "too-many", answer);
        }
        FirstLook seen = FirstLook.at(delivery, now);
        if (seen instanceof FirstLook.Objection objection) {
            return kept(delivery, objection.verdict(), objection.answer());
        }
        return taken(delivery, (FirstLook.Signed) seen, who, now);
    }

    private CompletionStage<Answer> taken(Delivery delivery, FirstLook.Signed seen, String who, Instant now) {
        Reading reading = Reading.of(delivery.body(), now);
        if (underWay.incrementAndGet() > AT_ONCE) {
            underWay.decrementAndGet();
            return kept(delivery, "not-stored", NOT_NOW);
        }
        return intake.take(new Arrival(
                        seen.identity(),
                        delivery.raw(),
                        Peers.text(delivery.peer()),
                        now,
                        lane(reading),
                        new MessageInterpreter(delivery, seen.signature(), seen.identity(), reading, now)))
                .handle((receipt, notStored) -> {
                    underWay.decrementAndGet();
                    return answer(delivery, receipt, who, now);
                });
    }

    /** @param receipt null when it could not be stored */
    private Answer answer(Delivery delivery, Receipt receipt, String who, Instant now) {
        if (receipt == null || receipt.answers().isEmpty()) {
            keep(delivery, "not-stored", NOT_NOW);
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

    private CompletionStage<Answer> kept(Delivery delivery, String verdict, Answer answer) {
        keep(delivery, verdict, answer);
        return CompletableFuture.completedFuture(answer);
    }

    private void keep(Delivery delivery, String verdict, Answer answer) {
        Optional<DeviceIdentity> identity = FirstLook.identity(delivery);
        // It counts for one thread; here many come.
        synchronized (garbage) {
            garbage.keep(Protocol.WEBHOOK, identity, delivery.peer(), delivery.raw(), "", verdict);
            garbage.keepAnswer(Protocol.WEBHOOK, identity, delivery.peer(), answer.bytes(), verdict);
        }
    }
}
