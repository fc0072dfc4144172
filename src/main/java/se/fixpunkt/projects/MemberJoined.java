package se.fixpunkt.projects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** Somebody accepted an invitation and is in the project. */
public record MemberJoined(
        MemberId id, ProjectId in, OrganisationId organisation, PersonId person, String email, Role role)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("member", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(in.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("person", person.toString(), "email", email, "role", role.word());
    }
}
