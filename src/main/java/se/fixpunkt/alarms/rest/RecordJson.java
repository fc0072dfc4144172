package se.fixpunkt.alarms.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import java.math.BigDecimal;
import java.util.List;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.shared.InvalidValue;

/**
 * Who and where a device belongs to, in the contract's form.
 *
 * @param latitude degrees as a text with a point, {@code 59.3293}; so is the longitude
 */
@JsonbNillable
public record RecordJson(
        String person,
        String address,
        String latitude,
        String longitude,
        String instructions,
        List<ContactJson> contacts) {

    /** Whom to call. */
    public record ContactJson(String name, String phone, String relation) {}

    static RecordJson of(DeviceRecord record) {
        return new RecordJson(
                record.person(),
                record.address(),
                record.latitude() == null ? null : record.latitude().toPlainString(),
                record.longitude() == null ? null : record.longitude().toPlainString(),
                record.instructions(),
                record.contacts().stream()
                        .map(one -> new ContactJson(one.name(), one.phone(), one.relation()))
                        .toList());
    }

    DeviceRecord toRecord() {
        return new DeviceRecord(
                person,
                address,
                degrees("latitude", latitude),
                degrees("longitude", longitude),
                instructions,
                contacts == null
                        ? List.of()
                        : contacts.stream()
                                .map(one -> new Contact(one.name(), one.phone(), one.relation()))
                                .toList());
    }

    private static BigDecimal degrees(String field, String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        if (!written.strip().matches("[+-]?\\d{1,3}([.,]\\d{1,8})?")) {
            throw new InvalidValue(field, "malformed");
        }
        return new BigDecimal(written.strip().replace(',', '.'));
    }
}
