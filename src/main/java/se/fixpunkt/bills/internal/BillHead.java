package se.fixpunkt.bills.internal;

import java.time.Instant;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** What is stored of a bill beside its rows. */
record BillHead(
        BillId id,
        ProjectId project,
        OrganisationId organisation,
        String title,
        BillState state,
        String sourceName,
        int rows,
        int items,
        Amount declared,
        Instant importedAt,
        PersonId importedBy,
        String importedByName,
        long version) {

    Bill with(Sums sums) {
        return new Bill(
                id,
                project,
                title,
                state,
                sourceName,
                rows,
                items,
                sums.missingRates(),
                sums.total(),
                declared,
                importedAt,
                importedByName,
                version);
    }

    /** What the rows of a bill add up to. */
    record Sums(Amount total, int missingRates) {
        static final Sums NONE = new Sums(Amount.ZERO, 0);
    }
}
