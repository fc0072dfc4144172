package se.fixpunkt.bills;

import java.util.Objects;
import java.util.UUID;
import se.fixpunkt.shared.TimeOrderedId;

/** A bill of quantities. */
public record BillId(UUID value) {
    public BillId {
        Objects.requireNonNull(value);
    }

    public static BillId next() {
        return new BillId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
