package se.fixpunkt.operations.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.operations.Comparison;
import se.fixpunkt.shared.Lease;
import se.fixpunkt.shared.database.Copies;
import se.fixpunkt.shared.database.Copies.Copy;

/**
 * Compares the database's copies each night, and when a person asks: on one node, by lease. A node that dies meanwhile has it begun anew
 * by another.
 */
@ApplicationScoped
class Comparisons {
    private static final Logger LOG = Logger.getLogger(Comparisons.class.getName());
    private static final int EVERY_SECONDS = 5;
    private static final String LEASE = "copy-comparison";
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final LocalTime NIGHTLY = LocalTime.of(2, 30);
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final ManagedScheduledExecutorService timer;
    private final ComparisonRepository comparisons;
    private final Lease lease;
    private final Clock clock;
    private volatile boolean stopping;
    private long toldAt;
    private ScheduledFuture<?> rounds;

    @Inject
    Comparisons(ManagedScheduledExecutorService timer, ComparisonRepository comparisons, Lease lease, Clock clock) {
        this.timer = timer;
        this.comparisons = comparisons;
        this.lease = lease;
        this.clock = clock;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        rounds = timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (rounds != null) {
            rounds.cancel(true);
        }
    }

    /** A task that throws is never run again, so nothing gets out of it. */
    private void round() {
        try {
            List<Copy> copies = Copies.all();
            Optional<ComparisonRepository.Row> newest = comparisons.newest();
            boolean isDue = copies.size() > 1 && isDue(newest, clock.instant());
            boolean isAsked =
                    newest.filter(row -> row.comparison().isUnderWay()).isPresent();
            if ((isDue || isAsked) && lease.take(LEASE, LENGTH)) {
                begin(copies);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, "The database's copies could not be compared; it is tried again", failure);
        }
    }

    /** Looks again, now that nobody else may begin one. */
    private void begin(List<Copy> copies) throws SQLException, InterruptedException {
        try {
            if (copies.size() > 1 && isDue(comparisons.newest(), clock.instant())) {
                comparisons.ask(clock.instant());
            }
            Optional<ComparisonRepository.Row> next =
                    comparisons.newest().filter(row -> row.comparison().isUnderWay());
            if (next.isPresent()) {
                run(next.get(), copies);
            }
        } finally {
            lease.release(LEASE);
        }
    }

    private void run(ComparisonRepository.Row asked, List<Copy> copies) throws SQLException, InterruptedException {
        try (CopyComparison comparison = new CopyComparison(copies, clock, (soFar, nanos) -> {
            tell(asked, soFar);
            // As long again as it worked, so that it never takes more than half of what a database node has.
            LockSupport.parkNanos(nanos);
        })) {
            Comparison done = comparison.run();
            comparisons.write(asked.id(), done);
            comparisons.forgetAskedBefore(clock.instant().minus(KEPT));
            LOG.log(Level.INFO, "{0} rows in the copies {1} were compared, {2} tables differ", new Object[] {
                done.rows(), done.copies(), done.differences().size()
            });
        }
    }

    private void tell(ComparisonRepository.Row asked, Comparison soFar) throws InterruptedException {
        if (System.nanoTime() - toldAt < TOLD_EVERY.toNanos()) {
            return;
        }
        toldAt = System.nanoTime();
        if (stopping || !lease.take(LEASE, LENGTH)) {
            throw new InterruptedException("another node goes on with it");
        }
        comparisons.write(asked.id(), soFar);
    }

    /** Whether a night has come since it was asked for last. */
    static boolean isDue(Optional<ComparisonRepository.Row> newest, Instant now) {
        ZonedDateTime here = now.atZone(SWEDEN);
        ZonedDateTime night = here.with(NIGHTLY);
        Instant last = (night.isAfter(here) ? night.minusDays(1) : night).toInstant();
        return newest.map(ComparisonRepository.Row::askedAt)
                .filter(asked -> !asked.isBefore(last))
                .isEmpty();
    }
}
