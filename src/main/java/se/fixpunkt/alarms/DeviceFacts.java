package se.fixpunkt.alarms;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the journal may know of a device: everything but the key and whose it is. */
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
        DeviceSettings settings = device.settings();
        put(facts, "group", device.groupName());
        put(facts, "secondReceiver", settings.secondReceiver());
        put(facts, "onTestUntil", settings.onTestUntil());
        put(facts, "outOfServiceUntil", settings.outOfServiceUntil());
        put(facts, "alarmLimit", settings.alarmLimit());
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value instanceof Integer ? value : value.toString());
        }
    }
}
