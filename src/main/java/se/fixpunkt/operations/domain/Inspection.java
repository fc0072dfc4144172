package se.fixpunkt.operations.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.Certificate;
import se.fixpunkt.operations.Comparison.Difference;
import se.fixpunkt.operations.Concern;
import se.fixpunkt.operations.Concern.Kind;
import se.fixpunkt.operations.Disk;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.NodeStatus.Condition;

/** What is wrong with an installation in this state. */
public final class Inspection {
    /** A node that said nothing for longer has died, or has lost the database. */
    public static final Duration SILENCE = Duration.ofSeconds(30);

    /** A daily backup, and two hours for it to run. */
    private static final Duration BACKUP_AGE = Duration.ofHours(26);

    /** DC-09 judges a device's time by 20 s, and what a node was heard to say may be a beat old. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(15);

    private static final int CERTIFICATE_DAYS = 14;
    private static final int DISK_PERCENT = 10;

    private final Instant now;
    private final List<Concern> concerns = new ArrayList<>();

    private Inspection(Instant now) {
        this.now = now;
    }

    /** The most urgent first. */
    public static List<Concern> of(List<NodeStatus> nodes, Backup backup, List<Difference> differences, Instant now) {
        Inspection inspection = new Inspection(now);
        nodes.forEach(inspection::look);
        inspection.look(backup, nodes);
        inspection.lookAtClocks(nodes);
        differences.forEach(difference -> inspection.found(
                Kind.COPIES_DIFFER, difference.copy() + " " + difference.table(), Long.toString(difference.rows())));
        return inspection.concerns.stream()
                .sorted(Comparator.comparing(Concern::kind).thenComparing(Concern::about))
                .toList();
    }

    private void look(NodeStatus node) {
        if (node.condition() == Condition.SILENT) {
            found(Kind.NODE_SILENT, node.name(), Long.toString(node.silentSeconds()));
        }
        if (!node.isRunning()) {
            return;
        }
        if (!node.report().database().isPrimary()) {
            found(Kind.NOT_PRIMARY, node.name(), node.report().database().clusterStatus());
        }
        for (Disk disk : node.report().disks()) {
            if (disk.freePercent() < DISK_PERCENT) {
                found(Kind.DISK_FULL, node.name() + " " + disk.path(), Long.toString(disk.freePercent()));
            }
        }
        node.report().certificates().forEach(certificate -> look(node, certificate));
    }

    private void look(NodeStatus node, Certificate certificate) {
        String about = node.name() + " " + certificate.file();
        if (certificate.notAfter() == null) {
            found(Kind.CERTIFICATE_UNREADABLE, about, "");
        } else if (certificate.daysLeft(now) < CERTIFICATE_DAYS) {
            found(Kind.CERTIFICATE_ENDS, about, Long.toString(certificate.daysLeft(now)));
        }
    }

    /** Two clocks cannot say which of them is wrong, so the two nodes that are farthest apart are named. */
    private void lookAtClocks(List<NodeStatus> nodes) {
        List<NodeStatus> running = nodes.stream()
                .filter(NodeStatus::isRunning)
                .sorted(Comparator.comparing(node -> clockAhead(node)))
                .toList();
        if (running.size() < 2) {
            return;
        }
        NodeStatus slow = running.get(0);
        NodeStatus fast = running.get(running.size() - 1);
        Duration apart = clockAhead(fast).minus(clockAhead(slow));
        if (apart.compareTo(CLOCKS_APART) > 0) {
            List<String> both = Stream.of(slow.name(), fast.name()).sorted().toList();
            found(Kind.CLOCK_OFF, String.join(", ", both), Long.toString(apart.toSeconds()));
        }
    }

    /** How far its clock is ahead of ours, within the time between two of its signs of life. */
    private Duration clockAhead(NodeStatus node) {
        return Duration.between(now.minusSeconds(node.silentSeconds()), node.seenAt());
    }

    /** Before the first backup the age counts from when the first node started. */
    private void look(Backup backup, List<NodeStatus> nodes) {
        if (!backup.configured()) {
            return;
        }
        Instant newest = backup.last() == null
                ? nodes.stream()
                        .map(NodeStatus::startedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(now)
                : backup.last().at();
        Duration age = Duration.between(newest, now);
        if (age.compareTo(BACKUP_AGE) > 0) {
            found(Kind.BACKUP_OLD, "", Long.toString(age.toHours()));
        }
        if (backup.drill() != null && !backup.drill().ok()) {
            found(Kind.DRILL_FAILED, "", backup.drill().reason());
        }
    }

    private void found(Kind kind, String about, String detail) {
        concerns.add(new Concern(kind, about, detail == null ? "" : detail));
    }
}
