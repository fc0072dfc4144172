package se.fixpunkt.bills;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A draft was thrown away. */
public record BillDiscarded(BillId id, ProjectId in, OrganisationId organisation, String title) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("bill", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(in.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("title", title);
    }
}
