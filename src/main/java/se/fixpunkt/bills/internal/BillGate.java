package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.shared.NotFound;

/** Who sees which bill. Asks the project's own gate, and hides drafts from those who cannot do anything with them. */
@ApplicationScoped
class BillGate {
    private final BillRepository bills;
    private final ProjectAccess access;

    @Inject
    BillGate(BillRepository bills, ProjectAccess access) {
        this.bills = bills;
        this.access = access;
    }

    /** The bill's head, for one who has the permission in its project and may see it. */
    BillHead require(BillId bill, Permission permission) {
        access.require(bills.projectOf(bill), permission);
        BillHead head = bills.find(bill).orElseThrow(NotFound::new);
        if (head.state() == BillState.DRAFT && !access.may(head.project(), Permission.EDIT_BILLS)) {
            throw new NotFound();
        }
        return head;
    }
}
