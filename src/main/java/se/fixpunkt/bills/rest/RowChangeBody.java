package se.fixpunkt.bills.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.bills.RowChange;
import se.fixpunkt.bills.RowField;
import se.fixpunkt.shared.InvalidValue;

/** The changed fields of a row: null takes a value away, a field that is not there stays as it is. */
final class RowChangeBody {
    private RowChangeBody() {}

    static RowChange read(JsonObject body) {
        if (body == null || body.isEmpty()) {
            throw new InvalidValue("body", "required");
        }
        Map<RowField, Optional<String>> values = new EnumMap<>(RowField.class);
        body.forEach((name, value) -> values.put(
                RowField.named(name).orElseThrow(() -> new InvalidValue(name, "unknown")), text(name, value)));
        return new RowChange(values);
    }

    private static Optional<String> text(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.toString());
        }
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        throw new InvalidValue(name, "malformed");
    }
}
