package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    @Inject
    WatchedOperations(Access access, Caller caller, Directory directory, Overview overview) {
        this.access = access;
        this.caller = caller;
        this.directory = directory;
        this.overview = overview;
    }

    @Override
    public Status status() {
        access.require(Right.WATCH_OPERATIONS);
        if (directory.founder().filter(caller.organisation()::equals).isEmpty()) {
            throw new Forbidden(Right.WATCH_OPERATIONS.name());
        }
        return overview.now();
    }
}
