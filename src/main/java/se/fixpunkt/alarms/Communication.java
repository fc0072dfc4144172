package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Locale;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Page;

/** Every byte exchanged with devices, both ways, garbage too. Takes {@code READ_COMMUNICATION}. */
public interface Communication {

    /**
     * A device's conversation; also of a device that has left the register.
     *
     * @param after the last page's {@code next}; null for the first page
     */
    Page<Transmission> conversation(DeviceId device, Search search, String after, int limit);

    /** What came from nobody in the register: unknown devices, broken frames, port scans, and what we answered. */
    Page<Transmission> unknown(Search search, String after, int limit);

    /**
     * Writes down that somebody takes what a search finds with him; before it is read.
     *
     * @param device null for what came from nobody in the register
     * @param format csv, jsonl or dump
     */
    void export(DeviceId device, Search search, String format);

    /**
     * Which part, and from which end.
     *
     * @param from inclusive; null for the beginning
     * @param to exclusive; null for now
     */
    record Span(Instant from, Instant to, boolean newestFirst) {}

    /**
     * What is looked for. A request and its answers are found together.
     *
     * @param text stands in the decoded message, in its bytes or in the answer's; empty for all, as everywhere here
     * @param kind of the signal, in lower case
     * @param verdict the whole word or its beginning
     * @param peer the address or its beginning, with the port or without; IPv6 also shortened, with brackets or without
     * @param direction {@code in} or {@code out}
     */
    record Search(Span span, String text, String kind, String verdict, String peer, String direction) {
        private static final int LONGEST = 200;

        public Search {
            text = given("text", text);
            kind = given("kind", kind).toUpperCase(Locale.ROOT);
            verdict = given("verdict", verdict);
            peer = given("peer", peer);
            direction = given("direction", direction).toLowerCase(Locale.ROOT);
            if (!kind.isEmpty() && !isKind(kind)) {
                throw new InvalidValue("kind", "unknown");
            }
            if (!direction.isEmpty() && !direction.equals("in") && !direction.equals("out")) {
                throw new InvalidValue("direction", "unknown");
            }
        }

        /** Everything in the span. */
        public static Search all(Span span) {
            return new Search(span, "", "", "", "", "");
        }

        private static String given(String field, String value) {
            String stripped = value == null ? "" : value.strip();
            if (stripped.length() > LONGEST) {
                throw new InvalidValue(field, "too-long");
            }
            return stripped;
        }

        private static boolean isKind(String name) {
            for (SignalKind kind : SignalKind.values()) {
                if (kind.name().equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
