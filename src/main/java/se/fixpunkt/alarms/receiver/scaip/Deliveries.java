package se.fixpunkt.alarms.receiver.scaip;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Overheard.Direction;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Peers;
import se.fixpunkt.alarms.receiver.sockets.Reactor;

/**
 * Our own messages on their way (RFC 3261 §17.1.2): sent again on UDP after T1, doubling up to T2, until the device
 * responds or Timer F gives up. Used on the reactor's thread only.
 */
final class Deliveries {
    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    private static final Duration TIMER_F = T1.multipliedBy(64);

    private final Reactor reactor;
    private final Intake intake;
    private final Clock clock;
    private final Map<String, Delivery> underWay = new HashMap<>();

    Deliveries(Reactor reactor, Intake intake, Clock clock) {
        this.reactor = reactor;
        this.intake = intake;
        this.clock = clock;
    }

    private static final class Delivery {
        private final Bytes message;
        private final SipPath path;
        private final Optional<DeviceIdentity> to;
        private boolean heeded;

        private Delivery(Bytes message, SipPath path, Optional<DeviceIdentity> to) {
            this.message = message;
            this.path = path;
            this.to = to;
        }
    }

    void send(String branch, Bytes message, SipPath path, Optional<DeviceIdentity> to) {
        Delivery delivery = new Delivery(message, path, to);
        underWay.put(branch, delivery);
        path.send(message);
        if (!path.isReliable()) {
            again(branch, T1);
        }
        reactor.after(TIMER_F, () -> giveUp(branch));
    }

    /** @return whether it answers a message of ours */
    boolean responded(SipMessage.Response response, Bytes raw, SipPath path) {
        Delivery delivery = branch(response).map(underWay::get).orElse(null);
        if (delivery == null) {
            return false;
        }
        if (response.status() < 200) {
            delivery.heeded = true;
            return true;
        }
        underWay.remove(branch(response).orElseThrow());
        String verdict = response.status() < 300 ? "delivered" : "refused-" + response.status();
        note(delivery, Direction.IN, path, raw, verdict);
        return true;
    }

    private static Optional<String> branch(SipMessage.Response response) {
        return response.fields().all("via").stream()
                .findFirst()
                .flatMap(Via::read)
                .flatMap(via -> via.parameter("branch"));
    }

    private void again(String branch, Duration after) {
        reactor.after(after, () -> {
            Delivery delivery = underWay.get(branch);
            if (delivery != null) {
                delivery.path.send(delivery.message);
                Duration doubled = after.multipliedBy(2);
                again(branch, delivery.heeded || doubled.compareTo(T2) > 0 ? T2 : doubled);
            }
        });
    }

    private void giveUp(String branch) {
        Delivery delivery = underWay.remove(branch);
        if (delivery != null) {
            note(delivery, Direction.OUT, delivery.path, delivery.message, "not-delivered");
        }
    }

    private void note(Delivery delivery, Direction direction, SipPath path, Bytes raw, String verdict) {
        intake.note(new Overheard(
                Protocol.SCAIP, delivery.to, direction, Peers.text(path.peer()), clock.instant(), raw, "", verdict));
    }
}
