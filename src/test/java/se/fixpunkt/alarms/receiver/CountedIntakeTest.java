package se.fixpunkt.alarms.receiver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.domain.Bytes;

class CountedIntakeTest {
    private final AnIntake behind = new AnIntake();
    private final CountedIntake counted = new CountedIntake(behind);

    @Test
    void oneAddressThatFloodsLeavesRoomToTheOthers() {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        behind.commitsAfter(commit);
        for (int i = 0; i < CountedIntake.PER_ADDRESS; i++) {
            assertFalse(isRefused(from("192.0.2.1:" + (1024 + i))));
        }
        assertTrue(isRefused(from("192.0.2.1:9")));
        assertFalse(isRefused(from("192.0.2.2:9")));
        assertFalse(isRefused(from("[2001:db8::1]:9")));

        commit.complete(null);
        assertFalse(isRefused(from("192.0.2.1:9")));
    }

    private CompletionStage<Receipt> from(String peer) {
        return counted.take(new Arrival(
                DeviceIdentity.of(Protocol.DC09, "1234"),
                Bytes.NONE,
                peer,
                Instant.EPOCH,
                Arrival.Lane.ALARM,
                sender -> new Refused("no", "", List.of())));
    }

    private static boolean isRefused(CompletionStage<Receipt> receipt) {
        return receipt.toCompletableFuture().isCompletedExceptionally();
    }
}
