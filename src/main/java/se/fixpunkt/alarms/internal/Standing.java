package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.domain.Watched;
import se.fixpunkt.shared.OrganisationId;

/**
 * What is known of a device when a message of it is stored.
 *
 * @param written whether it has a row of its own to write in
 * @param watchedSeconds null when it is not supervised
 * @param alarmLimit null for the usual one
 * @param site the same for all devices at one address that the same people may see; null when the address is not known
 */
record Standing(
        DeviceId device,
        OrganisationId organisation,
        String name,
        boolean written,
        Instant onTestUntil,
        Integer alarmLimit,
        String site,
        Instant lastHeardAt,
        String lastAddress,
        Integer watchedSeconds,
        DeviceCondition condition) {

    boolean isOnTest(Instant now) {
        return onTestUntil != null && onTestUntil.isAfter(now);
    }

    /** Whether that it was heard now must be written; not every message is, only what supervision and people need. */
    boolean isNews(String peer, Instant now) {
        if (lastHeardAt == null || condition.silentSince() != null || !isFrom(peer)) {
            return true;
        }
        Duration coarse =
                watchedSeconds == null ? Duration.ofSeconds(Watched.COARSE_SECONDS) : Watched.coarse(watchedSeconds);
        return !lastHeardAt.plus(coarse).isAfter(now);
    }

    /** Whether it is at the same address; the port changes with every connection and says nothing. */
    boolean isFrom(String peer) {
        return lastAddress != null && host(lastAddress).equals(host(peer));
    }

    private static String host(String peer) {
        return peer.substring(0, Math.max(peer.lastIndexOf(':'), 0));
    }

    /** A device whose row was written as silent, and with which alarm. */
    record Silent(DeviceId device, Instant since, UUID alarm) {}
}
