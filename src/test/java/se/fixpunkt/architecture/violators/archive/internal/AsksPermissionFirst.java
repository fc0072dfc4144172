package se.fixpunkt.architecture.violators.archive.internal;

import java.util.UUID;
import se.fixpunkt.architecture.violators.archive.Papers;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** As it should be; the rule must leave it alone. */
class AsksPermissionFirst implements Papers {
    private final Access access;

    AsksPermissionFirst(Access access) {
        this.access = access;
    }

    @Override
    public String title(UUID paper) {
        access.require(Right.READ_JOURNAL);
        return paper.toString();
    }
}
