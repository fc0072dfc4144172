package se.fixpunkt.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * @param node which server wrote it
 * @param kind the event's name, e.g. {@code AlarmTaken}
 * @param project the project it belongs to; null for none
 * @param actor the person who did it; null for the system or a stranger
 * @param before a JSON object; empty when the thing was new
 * @param after a JSON object; empty when the thing is gone
 */
public record JournalLine(
        UUID id,
        Instant at,
        String node,
        String kind,
        String subjectKind,
        UUID subject,
        UUID organisation,
        UUID project,
        UUID actor,
        String actorName,
        String address,
        String before,
        String after) {}
