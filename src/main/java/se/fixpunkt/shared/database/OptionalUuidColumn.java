package se.fixpunkt.shared.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** A {@code UUID} column that may be NULL, which the persistence provider's own conversion does not survive. The driver reads it as a UUID, others as text. */
@Converter
public class OptionalUuidColumn implements AttributeConverter<UUID, Object> {
    @Override
    public Object convertToDatabaseColumn(UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public UUID convertToEntityAttribute(Object column) {
        return column == null ? null : UUID.fromString(column.toString());
    }
}
