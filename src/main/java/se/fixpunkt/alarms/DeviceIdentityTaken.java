package se.fixpunkt.alarms;

import java.util.Map;

/** A device with that protocol and identity is registered already. */
@SuppressWarnings("serial")
public final class DeviceIdentityTaken extends AlarmRefusal {
    private final transient DeviceIdentity identity;

    public DeviceIdentityTaken(DeviceIdentity identity) {
        super(Kind.CONFLICT);
        this.identity = identity;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("protocol", identity.protocol().wire(), "identity", identity.value());
    }
}
