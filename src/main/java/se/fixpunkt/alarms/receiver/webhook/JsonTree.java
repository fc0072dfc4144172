package se.fixpunkt.alarms.receiver.webhook;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.InvalidValue;

/**
 * Reads JSON that somebody else wrote, strictly: UTF-8, one object, no name twice (two readers would see different
 * messages), a bounded depth and number of values. An object is a map, an array a list, a number a {@link Numeral} that
 * nobody has calculated, and {@code null} is {@link #NULL}.
 */
final class JsonTree {
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 2000;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final JsonParser parser;
    private int values;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** A number as it was written. */
    record Numeral(String written) {
        @Override
        public String toString() {
            return written;
        }
    }

    /**
     * @throws JsonException when it is no JSON object in UTF-8
     * @throws InvalidValue for a name that stands twice, and for what is too deep or too much
     */
    static Map<String, Object> read(Bytes body) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text(body)))) {
            JsonTree tree = new JsonTree(parser);
            if (tree.next() != Event.START_OBJECT) {
                throw new JsonException("no object");
            }
            Map<String, Object> read = tree.object("", 1);
            if (parser.hasNext()) {
                throw new JsonException("more than one value");
            }
            return read;
        }
    }

    private static String text(Bytes body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.toArray()))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new JsonException("not UTF-8", notUtf8);
        }
    }

    private Event next() {
        if (!parser.hasNext()) {
            throw new JsonParsingException("ends too early", parser.getLocation());
        }
        return parser.next();
    }

    private Map<String, Object> object(String path, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Event event = next(); event != Event.END_OBJECT; event = next()) {
            String name = parser.getString();
            String where = path.isEmpty() ? name : path + "." + name;
            if (members.put(name, value(next(), where, depth)) != null) {
                throw new InvalidValue(shown(where), "duplicate");
            }
        }
        return members;
    }

    private List<Object> array(String path, int depth) {
        List<Object> items = new ArrayList<>();
        for (Event event = next(); event != Event.END_ARRAY; event = next()) {
            items.add(value(event, path, depth));
        }
        return items;
    }

    private Object value(Event event, String path, int depth) {
        values++;
        if (values > MOST_VALUES) {
            throw new InvalidValue("body", "too-many-values");
        }
        if (depth >= DEEPEST && (event == Event.START_OBJECT || event == Event.START_ARRAY)) {
            throw new InvalidValue("body", "too-deep");
        }
        return switch (event) {
            case START_OBJECT -> object(path, depth + 1);
            case START_ARRAY -> array(path, depth + 1);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> new Numeral(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            default -> throw new JsonException("unexpected " + event);
        };
    }

    /** A field's name as a problem gives it back. */
    private static String shown(String path) {
        String printable = Text.printable(path);
        return printable.length() <= 100 ? printable : Text.whole(printable.substring(0, 100));
    }
}
