package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import se.fixpunkt.mail.Letters;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.Comparison.Difference;
import se.fixpunkt.operations.Encryption;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.NodeStatus.Condition;
import se.fixpunkt.operations.Queues;
import se.fixpunkt.operations.Status;
import se.fixpunkt.operations.domain.BlindSpots;
import se.fixpunkt.operations.domain.Inspection;
import se.fixpunkt.shared.Resealing;

/** Puts the nodes' reports together. Asks for no permission: timers use it too. */
@ApplicationScoped
class Overview {
    private final NodeRepository nodes;
    private final ReportText text;
    private final Silence silence;
    private final Letters letters;
    private final Resealing resealing;
    private final ComparisonRepository comparisons;
    private final Clock clock;

    @Inject
    Overview(
            NodeRepository nodes,
            ReportText text,
            Silence silence,
            Letters letters,
            Resealing resealing,
            ComparisonRepository comparisons,
            Clock clock) {
        this.nodes = nodes;
        this.text = text;
        this.silence = silence;
        this.letters = letters;
        this.resealing = resealing;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    @Transactional
    Status now() {
        Instant now = clock.instant();
        List<NodeStatus> seen =
                nodes.all().stream().map(row -> status(row, now)).toList();
        Backup backup = seen.stream().map(node -> node.report().backup()).reduce(Backup.NOT_CONFIGURED, Backup::newer);
        long intake = seen.stream()
                .filter(NodeStatus::isRunning)
                .mapToLong(node -> node.report().intakeWaiting())
                .sum();
        Letters.Count mail = letters.count();
        return new Status(
                now,
                seen,
                new Queues(mail.waiting(), mail.failed(), intake),
                backup,
                new Encryption(keys(seen), resealing.progress()),
                comparisons.newest().map(ComparisonRepository.Row::comparison).orElse(null),
                Inspection.of(seen, backup, differences(), now),
                BlindSpots.of(seen, backup));
    }

    /** Of the newest comparison that came to its end: what one found stands until another finds nothing. */
    private List<Difference> differences() {
        return comparisons
                .newestEnded()
                .map(row -> row.comparison().differences())
                .orElse(List.of());
    }

    private static List<String> keys(List<NodeStatus> nodes) {
        return nodes.stream()
                .filter(NodeStatus::isRunning)
                .map(node -> node.report().sealingKey())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private NodeStatus status(NodeRepository.Row row, Instant now) {
        Duration silent = silence.of(row, now, System.nanoTime());
        return new NodeStatus(
                row.name(),
                row.version(),
                row.startedAt(),
                row.seenAt(),
                Math.max(0, silent.toSeconds()),
                condition(row, silent),
                text.read(row.report()));
    }

    private static Condition condition(NodeRepository.Row row, Duration silent) {
        if (row.stoppedAt() != null) {
            return Condition.STOPPED;
        }
        if (silent.compareTo(Inspection.SILENCE) > 0) {
            return Condition.SILENT;
        }
        return row.ready() ? Condition.READY : Condition.NOT_READY;
    }
}
