package se.fixpunkt.bills;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** A whole bill left the system as a file. */
public record BillExported(BillId id, ProjectId in, OrganisationId organisation, ExportFormat format)
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
        return Map.of("format", format.contractName());
    }
}
