package se.fixpunkt.audit.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An event's values as one JSON object. Keys in order, so that the same values always give the same text. */
final class JsonText {
    /** {@code Json}'s own methods look through all of the server's archives for it, each time. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    static String of(Map<String, ?> values) {
        return object(values).toString();
    }

    private static JsonValue object(Map<?, ?> values) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        JsonObjectBuilder object = JSON.createObjectBuilder();
        sorted.forEach((key, value) -> object.add(key, value(value)));
        return object.build();
    }

    private static JsonValue array(Collection<?> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value(value)));
        return array.build();
    }

    /** Money, quantities, times and ids are strings, as in the contract. */
    private static JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Optional<?> optional) {
            return value(optional.orElse(null));
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        return value instanceof Collection<?> many ? array(many) : JSON.createValue(value.toString());
    }
}
