package se.fixpunkt.alarms;

import java.time.Instant;

/**
 * A device in the register. Its key never leaves the house; only whether it has one is told. Who and where it belongs to is
 * asked for apart, see {@link Devices#record}.
 *
 * @param supervisionSeconds how long it may be silent; null when it is not supervised
 * @param lastHeardAt when its latest valid message came, to within ten seconds; null before the first
 * @param lastAddress where that message came from; null before the first
 * @param groupName of the group in the settings; null when it is in none
 */
public record Device(
        DeviceId id,
        DeviceIdentity identity,
        String name,
        boolean hasKey,
        Integer supervisionSeconds,
        Instant createdAt,
        Instant lastHeardAt,
        String lastAddress,
        DeviceSettings settings,
        String groupName,
        DeviceCondition condition,
        long version) {

    /** A device that nobody has said more about. */
    public Device(
            DeviceId id,
            DeviceIdentity identity,
            String name,
            boolean hasKey,
            Integer supervisionSeconds,
            Instant createdAt,
            Instant lastHeardAt,
            String lastAddress,
            long version) {
        this(
                id,
                identity,
                name,
                hasKey,
                supervisionSeconds,
                createdAt,
                lastHeardAt,
                lastAddress,
                DeviceSettings.NONE,
                null,
                DeviceCondition.UNKNOWN,
                version);
    }

    public boolean isOnTest(Instant now) {
        return lasts(settings.onTestUntil(), now);
    }

    public boolean isOutOfService(Instant now) {
        return lasts(settings.outOfServiceUntil(), now);
    }

    public DeviceState state(Instant now) {
        if (isOutOfService(now)) {
            return DeviceState.OUT_OF_SERVICE;
        }
        if (isOnTest(now)) {
            return DeviceState.ON_TEST;
        }
        if (condition.silentSince() != null) {
            return DeviceState.SILENT;
        }
        if (lastHeardAt == null) {
            return DeviceState.NEVER_HEARD;
        }
        return condition.isFailing() ? DeviceState.FAILING : DeviceState.WELL;
    }

    private static boolean lasts(Instant until, Instant now) {
        return until != null && until.isAfter(now);
    }
}
