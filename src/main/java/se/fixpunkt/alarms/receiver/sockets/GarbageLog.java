package se.fixpunkt.alarms.receiver.sockets;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Overheard;
import se.fixpunkt.alarms.Overheard.Direction;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Keeps what was no message in the conversation log: all of it from a device that is merely odd, a sample from one that
 * floods. Used on the reactor's thread only.
 */
public final class GarbageLog {
    private static final Logger LOG = Logger.getLogger(GarbageLog.class.getName());
    private static final int PER_SOURCE = 20;
    private static final int IN_ALL = 600;
    private static final int SOURCES = 10_000;
    private static final int KEPT_BYTES = 2048;
    private static final Duration ROUND = Duration.ofMinutes(1);

    private final Intake intake;
    private final Clock clock;
    private final Map<InetAddress, Tally> tallies = new LinkedHashMap<>();
    private Instant roundEnds = Instant.MIN;
    private int keptInAll;

    public GarbageLog(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** @param identity who it claims to be from, where that could be told */
    public void keep(
            Protocol protocol,
            Optional<DeviceIdentity> identity,
            InetSocketAddress peer,
            Bytes raw,
            String decoded,
            String verdict) {
        Tally tally = tally(peer);
        if (tally.kept == 0) {
            LOG.info(() -> "Not a signal (" + protocol.wire() + ", " + verdict + ") from " + Peers.text(peer)
                    + "; the bytes are in the communication log");
        }
        if (!tally.admits()) {
            return;
        }
        String rest = tally.kept == PER_SOURCE ? "more from this address is not kept for the next minute" : "";
        String text = decoded.isEmpty() ? rest : decoded;
        note(protocol, identity, Direction.IN, peer, raw, text, verdict);
    }

    /** What we answered to such a thing. */
    public void keepAnswer(
            Protocol protocol, Optional<DeviceIdentity> identity, InetSocketAddress peer, Bytes raw, String verdict) {
        if (tally(peer).admits()) {
            note(protocol, identity, Direction.OUT, peer, raw, "", verdict);
        }
    }

    private void note(
            Protocol protocol,
            Optional<DeviceIdentity> identity,
            Direction direction,
            InetSocketAddress peer,
            Bytes raw,
            String decoded,
            String verdict) {
        intake.note(new Overheard(
                protocol,
                identity,
                direction,
                Peers.text(peer),
                clock.instant(),
                raw.first(KEPT_BYTES),
                decoded,
                verdict));
    }

    private Tally tally(InetSocketAddress peer) {
        Instant now = clock.instant();
        if (!now.isBefore(roundEnds)) {
            tallies.clear();
            keptInAll = 0;
            roundEnds = now.plus(ROUND);
        }
        return tallies.size() < SOURCES
                ? tallies.computeIfAbsent(peer.getAddress(), source -> new Tally())
                : new Tally();
    }

    private final class Tally {
        private int kept;

        private boolean admits() {
            if (kept >= PER_SOURCE || keptInAll >= IN_ALL) {
                return false;
            }
            kept++;
            keptInAll++;
            return true;
        }
    }
}
