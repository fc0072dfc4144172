package se.fixpunkt.alarms;

import java.time.Instant;

/**
 * Somebody who calls and is in no register.
 *
 * @param messages how many came, about
 * @param verdict what the receiver made of the last one
 */
public record UnknownSender(
        DeviceIdentity identity, Instant firstAt, Instant lastAt, String lastPeer, String verdict, long messages) {}
