package se.fixpunkt.projects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** An invitation became worthless before anybody used it. */
public record InvitationRevoked(InvitationId id, ProjectId in, OrganisationId organisation, String email)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("invitation", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(in.value());
    }

    @Override
    public Map<String, ?> before() {
        return Map.of("email", email);
    }
}
