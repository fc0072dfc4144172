package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/**
 * Somebody took a conversation with him.
 *
 * @param device null for what came from nobody in the register
 * @param from inclusive; null for the beginning
 * @param to exclusive; null for the moment of the export
 * @param format csv, jsonl or dump
 */
public record ConversationExported(
        OrganisationId organisation, DeviceId device, Instant from, Instant to, String format) implements DomainEvent {
    @Override
    public Subject subject() {
        return device == null
                ? new Subject("organisation", organisation.value())
                : new Subject("device", device.value());
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (from != null) {
            values.put("from", from);
        }
        if (to != null) {
            values.put("to", to);
        }
        values.put("format", format);
        return values;
    }
}
