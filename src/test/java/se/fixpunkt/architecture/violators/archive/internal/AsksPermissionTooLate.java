package se.fixpunkt.architecture.violators.archive.internal;

import java.util.UUID;
import se.fixpunkt.architecture.violators.archive.Papers;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Reads before it asks. */
class AsksPermissionTooLate implements Papers {
    private final Access access;

    AsksPermissionTooLate(Access access) {
        this.access = access;
    }

    @Override
    public String title(UUID paper) {
        String title = paper.toString();
        access.require(Right.READ_JOURNAL);
        return title;
    }
}
