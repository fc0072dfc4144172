package se.fixpunkt.projects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** An invitation was mailed. The token is not in the journal. */
public record PersonInvited(InvitationId id, ProjectId in, OrganisationId organisation, String email, Role role)
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
    public Map<String, ?> after() {
        return Map.of("email", email, "role", role.word());
    }
}
