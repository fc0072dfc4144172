package se.fixpunkt.operations;

import java.time.Instant;
import java.util.List;

/**
 * @param at when it was read
 * @param nodes by name
 * @param backup the newest that any node knows of
 * @param comparison of the database's copies; null before the first
 * @param concerns what somebody should see to, the most urgent first; empty when nothing is known to be wrong
 * @param blindSpots what nobody can tell the state of; all is well only when this is empty, too
 */
public record Status(
        Instant at,
        List<NodeStatus> nodes,
        Queues queues,
        Backup backup,
        Encryption encryption,
        Comparison comparison,
        List<Concern> concerns,
        List<BlindSpot> blindSpots) {
    public Status {
        nodes = List.copyOf(nodes);
        concerns = List.copyOf(concerns);
        blindSpots = List.copyOf(blindSpots);
    }

    /** Nothing is wrong, and nothing is left unwatched. */
    public boolean isWell() {
        return concerns.isEmpty() && blindSpots.isEmpty();
    }
}
