package se.fixpunkt.alarms;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/**
 * An event code stands for something else from now on.
 *
 * @param change the id under which the change is kept
 * @param was null when the code is new
 * @param is null when the code is gone
 */
public record EventCodeChanged(
        OrganisationId organisation, UUID change, CodeList list, String code, EventMeaning was, EventMeaning is)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("event-code", change);
    }

    @Override
    public Map<String, ?> before() {
        return facts(was);
    }

    @Override
    public Map<String, ?> after() {
        return facts(is);
    }

    private Map<String, ?> facts(EventMeaning meaning) {
        return meaning == null
                ? Map.of()
                : Map.of(
                        "list", list.wire(),
                        "code", code,
                        "kind", meaning.kind().name().toLowerCase(Locale.ROOT),
                        "about", meaning.about().wire(),
                        "priority", meaning.priority().value());
    }
}
