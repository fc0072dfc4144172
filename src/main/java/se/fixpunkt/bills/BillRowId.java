package se.fixpunkt.bills;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** One row of a bill; it keeps its id when its position changes. */
public record BillRowId(UUID value) {
    public BillRowId {
        Objects.requireNonNull(value);
    }

    public static BillRowId next() {
        return new BillRowId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
