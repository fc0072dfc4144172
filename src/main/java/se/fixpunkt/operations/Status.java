package se.fixpunkt.operations;

import java.time.Instant;
import java.util.List;

/**
 * @param at when it was read
 * @param nodes by name
 * @param backup the newest that any node knows of
 * @param comparison of the database's copies; null before the first
 * @param concerns what somebody should see to, the most urgent first; empty when all is well
 */
public record Status(
        Instant at,
        List<NodeStatus> nodes,
        Queues queues,
        Backup backup,
        Encryption encryption,
        Comparison comparison,
        List<Concern> concerns) {
    public Status {
        nodes = List.copyOf(nodes);
        concerns = List.copyOf(concerns);
    }
}
