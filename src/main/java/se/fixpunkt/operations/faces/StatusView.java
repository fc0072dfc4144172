package se.fixpunkt.operations.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.operations.BlindSpot;
import se.fixpunkt.operations.Certificate;
import se.fixpunkt.operations.Comparison;
import se.fixpunkt.operations.Concern;
import se.fixpunkt.operations.Disk;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.Operations;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.faces.Formats;
import se.fixpunkt.shared.faces.TextsView;

/** The installation's state in words; the page asks for itself again every few seconds. */
@Named
@RequestScoped
public class StatusView {
    private static final long HOURS_IN_DAYS = 48;

    private final Operations operations;
    private final TextsView texts;
    private Status status;

    @Inject
    StatusView(Operations operations, TextsView texts) {
        this.operations = operations;
        this.texts = texts;
    }

    public void load() {
        status = operations.status();
    }

    /** Asks for a comparison and shows the page again. */
    public String compareCopies() {
        operations.compareCopies();
        return "/operations/status?faces-redirect=true";
    }

    /** How much of a comparison is done, for a bar: 0 to 100. */
    public int getComparedPercent() {
        Comparison comparison = status.comparison();
        return comparison.tables() == 0 ? 0 : 100 * comparison.tablesDone() / comparison.tables();
    }

    /** {@code 12 s}, from begin to end. */
    public String lasted(Comparison comparison) {
        return span(Duration.between(comparison.begunAt(), comparison.endedAt()).toSeconds());
    }

    public Status getStatus() {
        return status;
    }

    /** What is to be seen to, in words. */
    public List<String> getConcerns() {
        return status.concerns().stream().map(this::text).toList();
    }

    /** What nobody can tell the state of, in words. */
    public List<String> getBlindSpots() {
        return status.blindSpots().stream().map(this::text).toList();
    }

    public List<OfNode<ReceiverState>> getReceivers() {
        return running().stream()
                .flatMap(node -> node.report().receivers().stream().map(state -> new OfNode<>(node.name(), state)))
                .toList();
    }

    public List<OfNode<Certificate>> getCertificates() {
        return running().stream()
                .flatMap(node -> node.report().certificates().stream().map(file -> new OfNode<>(node.name(), file)))
                .toList();
    }

    public List<OfNode<Disk>> getDisks() {
        return running().stream()
                .flatMap(node -> node.report().disks().stream().map(disk -> new OfNode<>(node.name(), disk)))
                .toList();
    }

    /** {@code 40 s}, {@code 12 min}, {@code 5 h}, {@code 3 d}. */
    public String since(Instant since) {
        Duration age = Duration.between(since, status.at());
        return span(Math.max(0, age.toSeconds()));
    }

    public String span(long seconds) {
        Duration age = Duration.ofSeconds(seconds);
        if (age.toSeconds() < 120) {
            return texts.format("operations.age.seconds", age.toSeconds());
        }
        if (age.toMinutes() < 120) {
            return texts.format("operations.age.minutes", age.toMinutes());
        }
        return age.toHours() < HOURS_IN_DAYS
                ? texts.format("operations.age.hours", age.toHours())
                : texts.format("operations.age.days", age.toDays());
    }

    /** {@code 1,2 %} of a part between 0 and 1. */
    public String percent(BigDecimal part) {
        return Formats.quantity(part.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "\u00a0%";
    }

    public long daysLeft(Certificate certificate) {
        return certificate.daysLeft(status.at());
    }

    private List<NodeStatus> running() {
        return status.nodes().stream().filter(NodeStatus::isRunning).toList();
    }

    private String text(Concern concern) {
        return texts.format("operations.concern." + concern.kind().word(), concern.about(), concern.detail());
    }

    private String text(BlindSpot spot) {
        return texts.format("operations.blind." + spot.kind().word(), spot.about());
    }

    /** A thing and the node that it is on. */
    public record OfNode<T>(String node, T thing) {}
}
