package se.fixpunkt.alarms.receiver.sosaccess;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request whose fields are all there and of the right length.
 *
 * @param fields every element with text in it, by its name in lower case, in the order they came; {@code position.pos} for the
 *     element within another
 */
record Request(Kind kind, Map<String, String> fields) {
    static final String PASSWORD = "authentication";

    /** Empty when there is none. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    String reference() {
        return text("reference");
    }

    /** Which device it claims to be from. */
    String transmitter() {
        return text("transmittercode");
    }

    boolean restores() {
        return text("alarmtype").equalsIgnoreCase("RE");
    }

    /** Every field but the password, whatever stands in that element. */
    String decoded() {
        return "request: " + kind.request() + "\n"
                + fields.entrySet().stream()
                        .filter(field -> !field.getKey().contains(PASSWORD))
                        .map(field -> field.getKey() + ": " + field.getValue().replaceAll("\\s*\\R\\s*", " / "))
                        .collect(Collectors.joining("\n"));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return kind + " of " + transmitter();
    }
}
