package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import se.fixpunkt.operations.Operations;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.Forbidden;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Right;

/** The way in to the status: the right, in the organisation that runs the installation. */
@ApplicationScoped
class WatchedOperations implements Operations {
    private final Access access;
    private final Caller caller;
    private final Directory directory;
    private final Overview overview;
    private final ComparisonRepository comparisons;
    private final Clock clock;

    @Inject
    WatchedOperations(
            Access access,
            Caller caller,
            Directory directory,
            Overview overview,
            ComparisonRepository comparisons,
            Clock clock) {
        this.access = access;
        this.caller = caller;
        this.directory = directory;
        this.overview = overview;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    @Override
    public Status status() {
        requireWatcher();
        return overview.now();
    }

    @Override
    @Transactional
    public void compareCopies() {
        requireWatcher();
        if (comparisons.newest().filter(row -> row.comparison().isUnderWay()).isEmpty()) {
            comparisons.ask(clock.instant());
        }
    }

    private void requireWatcher() {
        access.require(Right.WATCH_OPERATIONS);
        if (directory.founder().filter(caller.organisation()::equals).isEmpty()) {
            throw new Forbidden(Right.WATCH_OPERATIONS.name());
        }
    }
}
