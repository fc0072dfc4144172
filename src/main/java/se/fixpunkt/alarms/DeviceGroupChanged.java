package se.fixpunkt.alarms;

import java.util.Map;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/**
 * A group of devices came, went, or has other members: who may see its devices changed.
 *
 * @param deed {@code created}, {@code removed}, {@code admitted} or {@code dismissed}
 * @param detail the group's name, or the member's id
 */
public record DeviceGroupChanged(OrganisationId organisation, DeviceGroupId group, String deed, String detail)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("deviceGroup", group.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("deed", deed, "detail", detail);
    }
}
