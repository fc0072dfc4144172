package se.fixpunkt.bills;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OrganisationId;

/** Somebody changed a row: text, unit, quantity or price. */
public record BillRowChanged(
        BillId id,
        ProjectId in,
        OrganisationId organisation,
        BillRowId row,
        Map<String, ?> before,
        Map<String, ?> after)
        implements DomainEvent {
    public BillRowChanged {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    @Override
    public Subject subject() {
        return new Subject("bill", id.value());
    }

    @Override
    public Optional<UUID> project() {
        return Optional.of(in.value());
    }
}
