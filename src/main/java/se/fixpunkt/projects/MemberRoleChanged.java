package se.fixpunkt.projects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A member has another role than before. */
public record MemberRoleChanged(MemberId id, ProjectId in, OrganisationId organisation, String name, Role had, Role has)
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
    public Map<String, ?> before() {
        return Map.of("name", name, "role", had.word());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("name", name, "role", has.word());
    }
}
