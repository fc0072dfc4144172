package se.fixpunkt.bills;

import java.util.Map;
import java.util.Optional;

/**
 * New values for some fields of a row.
 *
 * @param values numbers as plain digits with a point, e.g. {@code 164.50}; empty takes the value away
 */
public record RowChange(Map<RowField, Optional<String>> values) {
    public RowChange {
        values = Map.copyOf(values);
    }

    public static RowChange of(RowField field, String value) {
        return new RowChange(Map.of(field, Optional.of(value)));
    }
}
