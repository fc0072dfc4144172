package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.alarms.Reception;
import se.fixpunkt.operations.Disk;
import se.fixpunkt.operations.NodeStatus;
import se.fixpunkt.operations.NodeStatus.Condition;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.DatabaseSight;
import se.fixpunkt.shared.DatabaseWatch;

/**
 * The status page's numbers at {@code /metrics}: this node's own as they are, the installation's as the lookout saw them
 * last. Nothing here waits for the database. What is not known is -1.
 */
@ApplicationScoped
class Gauges {
    private static final long UNKNOWN = -1;

    private final MetricRegistry registry;
    private final DatabaseWatch database;
    private final Reception reception;
    private final Disks disks;
    private final Certificates certificates;
    private final OwnReport own;
    private final Lookout lookout;
    private final Clock clock;

    @Inject
    Gauges(
            MetricRegistry registry,
            DatabaseWatch database,
            Reception reception,
            Disks disks,
            Certificates certificates,
            OwnReport own,
            Lookout lookout,
            Clock clock) {
        this.registry = registry;
        this.database = database;
        this.reception = reception;
        this.disks = disks;
        this.certificates = certificates;
        this.own = own;
        this.lookout = lookout;
        this.clock = clock;
    }

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        gauge("fixpunkt_node_ready", "1 when this node takes requests", () -> own.isReady() ? 1 : 0);
        registerDatabase();
        registerReceivers();
        registerFiles();
        registerInstallation();
    }

    private void registerDatabase() {
        sight("fixpunkt_database_answers", "1 when a table could be read", seen -> seen.answers() ? 1 : 0);
        sight("fixpunkt_database_primary", "1 when the majority is here", seen -> seen.isPrimary() ? 1 : 0);
        sight(
                "fixpunkt_database_cluster_size",
                "database nodes seen, 1 when it stands alone",
                DatabaseSight::clusterSize);
        sight("fixpunkt_database_receive_queue", "changes of others yet to apply", DatabaseSight::receiveQueue);
        sight("fixpunkt_database_last_committed", "number of the newest change", DatabaseSight::lastCommitted);
        gauge(
                "fixpunkt_database_flow_control_paused",
                "part of the time spent waiting for slower nodes",
                () -> database.sight().flowControlPaused());
    }

    private void registerReceivers() {
        gauge("fixpunkt_intake_waiting", "messages waiting for their commit", reception::waiting);
        for (Protocol protocol : Protocol.values()) {
            Tag tag = new Tag("protocol", protocol.wire());
            gauge(
                    "fixpunkt_receiver_listening",
                    "1 when devices are heard",
                    () -> receiver(protocol, state -> state.listening() ? 1 : 0),
                    tag);
            gauge(
                    "fixpunkt_receiver_signals_last_minute",
                    "messages stored",
                    () -> receiver(protocol, ReceiverState::signals),
                    tag);
            gauge(
                    "fixpunkt_receiver_refused_last_minute",
                    "messages refused or not stored",
                    () -> receiver(protocol, ReceiverState::refused),
                    tag);
        }
    }

    private void registerFiles() {
        for (Disk disk : disks.now()) {
            Tag tag = new Tag("path", disk.path());
            gauge("fixpunkt_disk_free_bytes", "free on the volume", () -> disk(disk.path(), Disk::free), tag);
            gauge("fixpunkt_disk_total_bytes", "size of the volume", () -> disk(disk.path(), Disk::total), tag);
        }
        certificates.now().forEach(certificate -> {
            String file = certificate.file();
            gauge(
                    "fixpunkt_certificate_days_left",
                    "whole days until it ends",
                    () -> certificates.now().stream()
                            .filter(one -> one.file().equals(file))
                            .mapToLong(one -> one.daysLeft(clock.instant()))
                            .min()
                            .orElse(UNKNOWN),
                    new Tag("file", file));
        });
    }

    private void registerInstallation() {
        for (Condition condition : Condition.values()) {
            gauge(
                    "fixpunkt_nodes",
                    "application nodes by state",
                    () -> installation(status -> status.nodes().stream()
                            .map(NodeStatus::condition)
                            .filter(condition::equals)
                            .count()),
                    new Tag("state", condition.name().toLowerCase(java.util.Locale.ROOT)));
        }
        gauge(
                "fixpunkt_mail_waiting",
                "letters yet to leave",
                () -> installation(status -> status.queues().mailWaiting()));
        gauge(
                "fixpunkt_mail_failed",
                "letters that nobody took",
                () -> installation(status -> status.queues().mailFailed()));
        gauge(
                "fixpunkt_sealed_left",
                "values that wait for the newest key",
                () -> installation(status -> status.encryption().left()));
        gauge(
                "fixpunkt_concerns",
                "things to see to",
                () -> installation(status -> status.concerns().size()));
        gauge(
                "fixpunkt_backup_age_seconds",
                "since the newest backup",
                () -> installation(status -> status.backup().last() == null
                        ? UNKNOWN
                        : age(status.backup().last().at())));
        gauge(
                "fixpunkt_drill_age_seconds",
                "since the last drill",
                () -> installation(status -> status.backup().drill() == null
                        ? UNKNOWN
                        : age(status.backup().drill().at())));
        gauge(
                "fixpunkt_drill_ok",
                "1 when the last drill went well",
                () -> installation(status -> status.backup().drill() == null
                        ? UNKNOWN
                        : status.backup().drill().ok() ? 1 : 0));
    }

    private long age(Instant since) {
        return Duration.between(since, clock.instant()).toSeconds();
    }

    private long installation(ToLongFunction<Status> number) {
        return lookout.latest().map(number::applyAsLong).orElse(UNKNOWN);
    }

    private long receiver(Protocol protocol, ToLongFunction<ReceiverState> number) {
        return reception.receivers().stream()
                .filter(state -> state.protocol() == protocol)
                .mapToLong(number)
                .findFirst()
                .orElse(0);
    }

    private long disk(String path, ToLongFunction<Disk> number) {
        return disks.now().stream()
                .filter(disk -> disk.path().equals(path))
                .mapToLong(number)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private void sight(String name, String help, ToLongFunction<DatabaseSight> number) {
        gauge(name, help, () -> number.applyAsLong(database.sight()));
    }

    private <T extends Number> void gauge(String name, String help, Supplier<T> value, Tag... tags) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(help).build();
        registry.gauge(metadata, value, tags);
    }
}
