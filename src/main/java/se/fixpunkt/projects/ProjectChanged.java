package se.fixpunkt.projects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A project got another name, or began or ended its demand for a second factor. */
public record ProjectChanged(
        ProjectId id, OrganisationId organisation, Map<String, Object> before, Map<String, Object> after)
        implements DomainEvent {
    public ProjectChanged {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    @Override
    public Subject subject() {
        return new Subject("project", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(id.value());
    }
}
