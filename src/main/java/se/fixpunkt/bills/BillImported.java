package se.fixpunkt.bills;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A bill was read from a file and accepted into its project. */
public record BillImported(
        BillId id, ProjectId in, OrganisationId organisation, String title, String sourceName, int rows, int items)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("bill", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(in.value());
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("title", title, "file", sourceName, "rows", rows, "items", items);
    }
}
