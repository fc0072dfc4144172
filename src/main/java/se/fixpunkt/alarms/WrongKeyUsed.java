package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.Map;
import se.fixpunkt.shared.OrganisationId;

/**
 * Somebody who called himself a registered device had not its key or password.
 *
 * @param tries how many messages since the last time this was told
 * @param peer where the last of them came from
 */
public record WrongKeyUsed(
        OrganisationId organisation, DeviceId device, long tries, String peer, String verdict, Instant lastAt)
        implements DeviceEvent {
    @Override
    public Map<String, ?> after() {
        return Map.of("tries", tries, "peer", peer, "verdict", verdict, "lastAt", lastAt.toString());
    }
}
