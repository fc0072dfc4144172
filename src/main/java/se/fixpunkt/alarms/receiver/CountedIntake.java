package se.fixpunkt.alarms.receiver;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.shared.OpenToAnyone;

/** Knows how many messages are on their way through the intake, so that a stop can wait for them. */
final class CountedIntake implements Intake {
    private static final Duration LOOK = Duration.ofMillis(20);
    /** The answers still have to pass the reactor and the network card. */
    private static final Duration AFTERWARDS = Duration.ofMillis(100);

    private final Intake intake;
    private final AtomicInteger underWay = new AtomicInteger();

    CountedIntake(Intake intake) {
        this.intake = intake;
    }

    @Override
    @OpenToAnyone(because = "the intake behind it decides")
    public CompletionStage<Receipt> take(Arrival arrival) {
        underWay.incrementAndGet();
        return intake.take(arrival).whenComplete((receipt, failed) -> underWay.decrementAndGet());
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
