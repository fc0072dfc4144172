package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.alarms.Reception;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.shared.NodeStopping;
import se.fixpunkt.shared.OpenToAnyone;

class WebhookReceiverTest {
    private final List<String> opened = new ArrayList<>();

    @Test
    void isSeenAtThePortThatSendersUse() {
        assertTrue(started("on", "https://fixpunkt.example.com").isOn());
        started("on", "http://fixpunkt.example.com/");
        started("ON ", "http://localhost:8080");
        assertEquals(List.of("webhook 443", "webhook 80", "webhook 8080"), opened);
    }

    @Test
    void canBeOff() {
        assertFalse(started("off", "https://fixpunkt.example.com").isOn());
        assertEquals(List.of("webhook 0"), opened);
    }

    @Test
    void aNodeThatStopsSendsItsSendersAway() {
        WebhookReceiver receiver = started("on", "https://fixpunkt.example.com");
        receiver.leave(new NodeStopping());
        Delivery delivery =
                new Delivery("/x", "gateway-1", "", "", "", Bytes.NONE, new InetSocketAddress("192.0.2.1", 4711));

        assertEquals(
                503, receiver.receive(delivery).toCompletableFuture().join().status());
    }

    private WebhookReceiver started(String wanted, String baseUrl) {
        WebhookReceiver receiver = new WebhookReceiver(new AnIntake(), new Noted(), Clock.systemUTC(), wanted, baseUrl);
        receiver.start("started");
        return receiver;
    }

    private final class Noted implements Reception {
        @Override
        @OpenToAnyone(because = "a test")
        public void opened(Protocol protocol, int port, int securePort) {
            opened.add(protocol.wire() + " " + port);
        }

        @Override
        @OpenToAnyone(because = "a test")
        public void closed() {}

        @Override
        @OpenToAnyone(because = "a test")
        public List<ReceiverState> receivers() {
            return List.of();
        }

        @Override
        @OpenToAnyone(because = "a test")
        public int waiting() {
            return 0;
        }
    }
}
