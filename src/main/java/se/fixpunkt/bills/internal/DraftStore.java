package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import se.fixpunkt.bills.BillAlreadyAccepted;
import se.fixpunkt.bills.BillDiscarded;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillImported;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.DomainEvent;

/** The steps of an import, each a short transaction of its own, so that no large one stalls the other writers. */
@ApplicationScoped
@Transactional
class DraftStore {
    private final BillRepository bills;
    private final RowRepository rows;
    private final ImportRepository imports;
    private final Event<DomainEvent> events;

    @Inject
    DraftStore(BillRepository bills, RowRepository rows, ImportRepository imports, Event<DomainEvent> events) {
        this.bills = bills;
        this.rows = rows;
        this.imports = imports;
        this.events = events;
    }

    void begin(BillHead head) {
        bills.insert(head);
    }

    void append(BillId bill, List<Row> some) {
        rows.append(bill, some);
    }

    /** The one small change that makes a stored bill visible: to editors as a draft, or to everybody at once. */
    void complete(BillHead head, ImportReport report, BillState state) {
        imports.delete(head.id());
        imports.store(head.id(), report);
        bills.complete(head.id(), state, report);
        if (state == BillState.OPEN) {
            events.fire(imported(head, report.rows(), report.items()));
        }
    }

    void accept(BillHead head) {
        if (bills.open(head.id())) {
            events.fire(imported(head, head.rows(), head.items()));
        }
    }

    void hide(BillHead head) {
        if (!bills.hide(head.id())) {
            throw new BillAlreadyAccepted();
        }
        events.fire(new BillDiscarded(head.id(), head.project(), head.organisation(), head.title()));
    }

    /** Deletes some of a hidden bill; false when it is gone. */
    boolean deleteSome(BillId bill) {
        if (rows.deleteSome(bill)) {
            return true;
        }
        imports.delete(bill);
        bills.delete(bill);
        return false;
    }

    List<BillId> abandoned(ProjectId project, Instant before) {
        return bills.abandoned(project, before);
    }

    private static BillImported imported(BillHead head, int rows, int items) {
        return new BillImported(
                head.id(), head.project(), head.organisation(), head.title(), head.sourceName(), rows, items);
    }
}
