package se.fixpunkt.alarms.receiver.scaip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A SCAIP request, SS 91100.
 *
 * @param deviceType {@code dty}, four digits
 * @param statusCode {@code stc}, four digits; empty when there was none, or none that could be read
 * @param fields every element with text in it, by name, in the order they came
 */
record Mrq(String ref, String cid, String deviceType, String statusCode, Type type, Map<String, List<String>> fields) {
    enum Type {
        ME,
        RE,
        IN,
        PI
    }

    /** The first value of an element; empty when there is none. */
    String text(String element) {
        List<String> values = fields.get(element);
        return values == null ? "" : values.get(0);
    }

    /** Whether the device says, in every caller id that it gives, that it cannot be spoken with. */
    boolean isMute() {
        List<String> callers = fields.getOrDefault("crd", List.of());
        return !callers.isEmpty()
                && callers.stream()
                        .allMatch(caller -> caller.toLowerCase(Locale.ROOT).startsWith("no-voice"));
    }

    /** The numbers of a device that does not call by itself but wants to be called ({@code cha} 1). */
    List<String> toCallBack() {
        return text("cha").equals("1")
                ? fields.getOrDefault("crd", List.of()).stream()
                        .filter(caller -> caller.matches("(?s).*:.*[0-9].*"))
                        .toList()
                : List.of();
    }

    String decoded() {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
    }
}
