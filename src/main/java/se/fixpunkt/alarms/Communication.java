package se.fixpunkt.alarms;

import java.time.Instant;
import se.fixpunkt.shared.Page;

/** Every byte exchanged with devices, both ways, garbage too. Takes {@code READ_COMMUNICATION}. */
public interface Communication {

    /**
     * A device's conversation; also of a device that has left the register.
     *
     * @param after the last page's {@code next}; null for the first page
     */
    Page<Transmission> conversation(DeviceId device, Span span, String after, int limit);

    /** What came from nobody in the register: unknown devices, broken frames, port scans, and what we answered. */
    Page<Transmission> unknown(Span span, String after, int limit);

    /**
     * Which part, and from which end.
     *
     * @param from inclusive; null for the beginning
     * @param to exclusive; null for now
     */
    record Span(Instant from, Instant to, boolean newestFirst) {}
}
