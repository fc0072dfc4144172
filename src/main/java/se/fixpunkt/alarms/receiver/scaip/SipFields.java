package se.fixpunkt.alarms.receiver.scaip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A message's header fields in their order, under their full names in small letters. */
final class SipFields {
    /** RFC 3261 §7.3.3, RFC 6665. */
    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("i", "call-id"),
            Map.entry("m", "contact"),
            Map.entry("e", "content-encoding"),
            Map.entry("l", "content-length"),
            Map.entry("c", "content-type"),
            Map.entry("f", "from"),
            Map.entry("s", "subject"),
            Map.entry("k", "supported"),
            Map.entry("t", "to"),
            Map.entry("v", "via"),
            Map.entry("o", "event"),
            Map.entry("u", "allow-events"),
            Map.entry("r", "refer-to"),
            Map.entry("b", "referred-by"));

    private final List<Field> fields = new ArrayList<>();

    private record Field(String name, String value) {}

    void add(String name, String value) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        fields.add(new Field(COMPACT.getOrDefault(small, small), value.strip()));
    }

    Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Every line under the name, as it stands. */
    List<String> lines(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** How many lines there are under the name. */
    long count(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).count();
    }

    /** Every value under the name, those too that stand in one line behind commas. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .flatMap(field -> split(field.value()).stream())
                .toList();
    }

    /** Commas within quotes and within angle brackets divide nothing. */
    private static List<String> split(String line) {
        List<String> values = new ArrayList<>();
        boolean quoted = false;
        boolean bracketed = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracketed = c == '<';
            } else if (c == ',' && !quoted && !bracketed) {
                values.add(line.substring(from, i).strip());
                from = i + 1;
            }
        }
        values.add(line.substring(from).strip());
        return values;
    }
}
