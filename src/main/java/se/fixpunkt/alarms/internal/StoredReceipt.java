package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * What an earlier signal was answered.
 *
 * @param device that sent it; a device that leaves the register and comes back under the same identity is another
 */
record StoredReceipt(UUID signal, DeviceId device, Instant receivedAt, Bytes receipt) {}
