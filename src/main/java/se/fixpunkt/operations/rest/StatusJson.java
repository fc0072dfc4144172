package se.fixpunkt.operations.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.BlindSpot;
import se.fixpunkt.operations.Certificate;
import se.fixpunkt.operations.Comparison;
import se.fixpunkt.operations.Concern;
import se.fixpunkt.operations.Disk;
import se.fixpunkt.operations.Encryption;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.Queues;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.DatabaseSight;

/**
 * The installation's state in the contract's form.
 *
 * @param well whether there is neither a concern nor a blind spot
 */
public record StatusJson(
        Instant at,
        boolean well,
        List<Node> nodes,
        Queues queues,
        Backup backup,
        Encryption encryption,
        Comparison comparison,
        List<Trouble> concerns,
        List<Unwatched> blindSpots) {

    static StatusJson of(Status status) {
        return new StatusJson(
                status.at(),
                status.isWell(),
                status.nodes().stream().map(node -> Node.of(node, status.at())).toList(),
                status.queues(),
                status.backup(),
                status.encryption(),
                status.comparison(),
                status.concerns().stream().map(Trouble::of).toList(),
                status.blindSpots().stream().map(Unwatched::of).toList());
    }

    /** @param state {@code ready}, {@code not-ready}, {@code silent}, {@code stopped} */
    public record Node(
            String name,
            String version,
            Instant startedAt,
            Instant seenAt,
            long silentSeconds,
            String state,
            DatabaseSight database,
            int intakeWaiting,
            List<Receiver> receivers,
            List<Disk> disks,
            List<Expiry> certificates) {

        private static Node of(NodeStatus node, Instant now) {
            return new Node(
                    node.name(),
                    node.version(),
                    node.startedAt(),
                    node.seenAt(),
                    node.silentSeconds(),
                    node.condition().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    node.report().database(),
                    node.report().intakeWaiting(),
                    node.report().receivers().stream().map(Receiver::of).toList(),
                    node.report().disks(),
                    node.report().certificates().stream()
                            .map(certificate -> Expiry.of(certificate, now))
                            .toList());
        }
    }

    /**
     * @param securePort for TLS; 0 when that is off
     * @param refused in the last minute, as {@code signals}
     */
    public record Receiver(String protocol, int port, int securePort, boolean listening, long signals, long refused) {
        private static Receiver of(ReceiverState state) {
            return new Receiver(
                    state.protocol().wire(),
                    state.port(),
                    state.securePort(),
                    state.listening(),
                    state.signals(),
                    state.refused());
        }
    }

    public record Expiry(String file, String subject, Instant notAfter, long daysLeft) {
        private static Expiry of(Certificate certificate, Instant now) {
            return new Expiry(
                    certificate.file(), certificate.subject(), certificate.notAfter(), certificate.daysLeft(now));
        }
    }

    public record Trouble(String kind, String about, String detail) {
        private static Trouble of(Concern concern) {
            return new Trouble(concern.kind().word(), concern.about(), concern.detail());
        }
    }

    /** What nobody can tell the state of, such as a backup that has not been set up. */
    public record Unwatched(String kind, String about) {
        private static Unwatched of(BlindSpot spot) {
            return new Unwatched(spot.kind().word(), spot.about());
        }
    }
}
