package se.fixpunkt.alarms.receiver;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.NotStored;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.shared.OpenToAnyone;

/**
 * Knows how many messages are on their way through the intake, so that a stop can wait for them, and from where, so that one
 * address that floods us leaves half of the intake's room to all others: what is beyond is told to try elsewhere.
 */
final class CountedIntake implements Intake {
    /** Half of what the intake has room for. */
    static final int PER_ADDRESS = 10_000;

    private static final Duration LOOK = Duration.ofMillis(20);
    /** The answers still have to pass the reactor and the network card. */
    private static final Duration AFTERWARDS = Duration.ofMillis(100);

    private final Intake intake;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

    CountedIntake(Intake intake) {
        this.intake = intake;
    }

    @Override
    @OpenToAnyone(because = "the intake behind it decides")
    public CompletionStage<Receipt> take(Arrival arrival) {
        String address = arrival.peer().substring(0, Math.max(arrival.peer().lastIndexOf(':'), 0));
        if (perAddress.merge(address, 1, Integer::sum) > PER_ADDRESS) {
            left(address);
            return CompletableFuture.failedFuture(new NotStored());
        }
        underWay.incrementAndGet();
        return intake.take(arrival).whenComplete((receipt, failed) -> {
            left(address);
            underWay.decrementAndGet();
        });
    }

    private void left(String address) {
        perAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    @Override
    @OpenToAnyone(because = "the intake behind it decides")
    public void note(Overheard overheard) {
        intake.note(overheard);
    }

    void awaitNone(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (underWay.get() > 0 && System.nanoTime() - end < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        TimeUnit.MILLISECONDS.sleep(AFTERWARDS.toMillis());
    }
}
