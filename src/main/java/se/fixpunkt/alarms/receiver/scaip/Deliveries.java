package se.fixpunkt.alarms.receiver.scaip;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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

    private static final String BRANCH = "branch=";
    private static final int IN_ALL = 50_000;
    private static final int PER_ADDRESS = 500;

    private final Reactor reactor;
    private final Intake intake;
    private final Clock clock;
    private final Map<String, Delivery> underWay = new HashMap<>();
    private final Map<InetAddress, Integer> perAddress = new HashMap<>();

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

    /** Beyond the limits a message is sent once only: a forged sender must not make us shout at somebody. */
    void send(String branch, Bytes message, SipPath path, Optional<DeviceIdentity> to) {
        Delivery delivery = new Delivery(message, path, to);
        path.send(message);
        InetAddress address = path.peer().getAddress();
        if (underWay.size() >= IN_ALL || perAddress.getOrDefault(address, 0) >= PER_ADDRESS) {
            return;
        }
        underWay.put(branch, delivery);
        perAddress.merge(address, 1, Integer::sum);
        if (!path.isReliable()) {
            again(branch, T1);
        }
        reactor.after(TIMER_F, () -> giveUp(branch));
    }

    /**
     * Whether a request is a message of ours that a proxy sends back to us instead of to the device.
     *
     * @param vias the request's, as written
     */
    boolean isOurs(List<String> vias) {
        for (String via : vias) {
            int branch = via.indexOf(BRANCH) + BRANCH.length();
            int end = via.indexOf(';', branch);
            if (branch >= BRANCH.length()
                    && underWay.containsKey(via.substring(branch, end < 0 ? via.length() : end))) {
                return true;
            }
        }
        return false;
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
        remove(branch(response).orElseThrow());
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

    private Delivery remove(String branch) {
        Delivery delivery = underWay.remove(branch);
        if (delivery != null) {
            perAddress.computeIfPresent(
                    delivery.path.peer().getAddress(), (address, count) -> count == 1 ? null : count - 1);
        }
        return delivery;
    }

    private void giveUp(String branch) {
        Delivery delivery = remove(branch);
        if (delivery != null) {
            note(delivery, Direction.OUT, delivery.path, delivery.message, "not-delivered");
        }
    }

    private void note(Delivery delivery, Direction direction, SipPath path, Bytes raw, String verdict) {
        intake.note(new Overheard(
                Protocol.SCAIP, delivery.to, direction, Peers.text(path.peer()), clock.instant(), raw, "", verdict));
    }
}
