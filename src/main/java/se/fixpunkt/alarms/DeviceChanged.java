package se.fixpunkt.alarms;

import java.util.List;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/**
 * A device's entry in the register changed.
 *
 * @param keyChanged whether the key was set, replaced or taken away; the key itself is never told
 * @param recordParts which parts of its record changed; their values are personal data and never told
 */
public record DeviceChanged(
        OrganisationId organisation, Device was, Device is, boolean keyChanged, List<String> recordParts)
        implements DeviceEvent {
    public DeviceChanged {
        recordParts = List.copyOf(recordParts);
    }

    @Override
    public DeviceId device() {
        return is.id();
    }

    @Override
    public Map<String, ?> before() {
        return DeviceFacts.of(was);
    }

    @Override
    public Map<String, ?> after() {
        Map<String, Object> facts = DeviceFacts.of(is);
        facts.put("keyChanged", keyChanged);
        if (!recordParts.isEmpty()) {
            facts.put("recordChanged", String.join(", ", recordParts));
        }
        return facts;
    }
}
