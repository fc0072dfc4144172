package se.fixpunkt.alarms.receiver.webhook;

import java.util.List;
import java.util.Map;

/** A message's fields for the technician, one {@code name: value} a line, known or not; the whole is in the raw bytes. */
final class DecodedFields {
    private static final int LONGEST = 16_000;

    private final StringBuilder lines = new StringBuilder();

    private DecodedFields() {}

    static String of(Map<String, Object> fields) {
        DecodedFields decoded = new DecodedFields();
        decoded.add("", fields);
        return decoded.lines.toString();
    }

    private void add(String name, Object value) {
        if (lines.length() >= LONGEST) {
            return;
        }
        if (value instanceof Map<?, ?> object && (name.isEmpty() || !object.isEmpty())) {
            object.forEach((member, inside) -> add(name.isEmpty() ? "" + member : name + "." + member, inside));
        } else if (value instanceof List<?> items && !items.isEmpty()) {
            for (int i = 0; i < items.size(); i++) {
                add(name + "[" + i + "]", items.get(i));
            }
        } else {
            line(Text.printable(name) + ": " + Text.printable(String.valueOf(value)));
        }
    }

    private void line(String line) {
        int room = LONGEST - lines.length();
        lines.append(lines.isEmpty() ? "" : "\n")
                .append(line.length() <= room ? line : Text.whole(line.substring(0, room)) + " …");
    }
}
