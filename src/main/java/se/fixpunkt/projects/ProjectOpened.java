package se.fixpunkt.projects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A project began; whoever opened it is its administrator. */
public record ProjectOpened(ProjectId id, OrganisationId organisation, String name, boolean twoFactorRequired)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("project", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(id.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name, "twoFactorRequired", twoFactorRequired);
    }
}
