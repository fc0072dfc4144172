package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long ago each node was heard, by this node's own clock: it remembers when it saw a node's beat change. Clocks of nodes
 * that differ by a minute therefore make nobody silent. Before the first change it has seen, the node's own time is all there is.
 */
@ApplicationScoped
class Silence {
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    /** @param nanos by {@link System#nanoTime} */
    Duration of(NodeRepository.Row node, Instant now, long nanos) {
        Heard last = heard.compute(
                node.name(),
                (name, known) -> known == null || known.beat() != node.beat()
                        ? new Heard(node.beat(), nanos, known != null)
                        : known);
        Duration observed = Duration.ofNanos(nanos - last.nanos());
        if (last.changed()) {
            return observed;
        }
        Duration told = Duration.between(node.seenAt(), now);
        return told.compareTo(observed) > 0 ? told : observed;
    }

    /** @param changed whether it was seen to change, rather than found so */
    private record Heard(long beat, long nanos, boolean changed) {}
}
