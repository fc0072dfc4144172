package se.fixpunkt.alarms;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** Somebody took the whole register with him, personal data and all. */
public record DevicesExported(OrganisationId organisation, int devices) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("organisation", organisation.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("devices", devices);
    }
}
