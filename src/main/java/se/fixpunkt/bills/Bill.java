package se.fixpunkt.bills;

import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Amount;

/**
 * A bill as a whole.
 *
 * @param sourceName the imported file as its sender named it
 * @param rows how many rows; their positions run from 1 to this
 * @param items how many of them are work: neither headings nor remarks
 * @param missingRates how many of them ask for a price that is not given yet
 * @param total the sum of the rounded amounts of items and lump sums, excluding VAT, in the bill's currency
 * @param declared what the imported document said that it sums to; null when it said nothing
 * @param version for {@code If-Match}
 */
public record Bill(
        BillId id,
        ProjectId project,
        String title,
        BillState state,
        String sourceName,
        int rows,
        int items,
        int missingRates,
        Amount total,
        Amount declared,
        Instant importedAt,
        String importedBy,
        long version) {

    public Optional<Amount> declaredTotal() {
        return Optional.ofNullable(declared);
    }
}
