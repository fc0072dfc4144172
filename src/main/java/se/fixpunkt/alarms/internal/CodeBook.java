package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.shared.OrganisationId;

/**
 * The event codes as the intake goes by them: read anew every two seconds, in the intake's own transaction, so that no node
 * goes by an old one for longer and no message waits for a question to the database.
 */
@ApplicationScoped
class CodeBook {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final EventCodeRepository changes;
    private final Clock clock;
    private volatile Edition edition = new Edition(Instant.EPOCH, Map.of());

    @Inject
    CodeBook(EventCodeRepository changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    private record Entry(OrganisationId organisation, CodeList list, String code) {}

    private record Edition(Instant readAt, Map<Entry, EventMeaning> changes) {
        private boolean isFresh(Instant now) {
            return now.isBefore(readAt.plus(FRESH)) && !now.isBefore(readAt);
        }
    }

    EventCodes of(OrganisationId organisation) {
        Map<Entry, EventMeaning> changed = edition().changes();
        return (list, code) -> Optional.ofNullable(changed.get(new Entry(organisation, list, code)))
                .or(() -> EventCodes.USUAL.listed(list, code));
    }

    private Edition edition() {
        Instant now = clock.instant();
        Edition read = edition;
        if (!read.isFresh(now)) {
            Map<Entry, EventMeaning> all = new HashMap<>();
            changes.all()
                    .forEach(change ->
                            all.put(new Entry(change.organisation(), change.list(), change.code()), change.meaning()));
            read = new Edition(now, all);
            edition = read;
        }
        return read;
    }
}
