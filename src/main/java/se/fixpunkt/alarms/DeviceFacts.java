package se.fixpunkt.alarms;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the journal may know of a device: everything but the key. */
final class DeviceFacts {
    private DeviceFacts() {}

    static Map<String, Object> of(Device device) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("protocol", device.identity().protocol().wire());
        facts.put("identity", device.identity().value());
        facts.put("name", device.name());
        facts.put("hasKey", device.hasKey());
        if (device.supervisionSeconds() != null) {
            facts.put("supervisionSeconds", device.supervisionSeconds());
        }
        return facts;
    }
}
