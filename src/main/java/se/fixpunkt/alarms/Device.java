package se.fixpunkt.alarms;

import java.time.Instant;

/**
 * A device in the register. Its key never leaves the house; only whether it has one is told.
 *
 * @param supervisionSeconds how long it may be silent; null when it is not supervised
 * @param lastHeardAt when its latest valid message came; null before the first
 * @param lastAddress where that message came from; null before the first
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
        long version) {}
