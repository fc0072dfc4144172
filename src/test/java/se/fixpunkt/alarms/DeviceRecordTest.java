package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.InvalidValue.Fault;

class DeviceRecordTest {
    private static final Contact SON = new Contact("Nils", "0701234567", "son");

    @Test
    void saysWhichPartsChangedAndNotHow() {
        DeviceRecord was = new DeviceRecord("Greta", "Åby", null, null, "", List.of());
        DeviceRecord is =
                new DeviceRecord("Greta", "Öby", new BigDecimal("59.3"), new BigDecimal("18.1"), "", List.of(SON));
        assertEquals(List.of("address", "position", "contacts"), is.partsOtherThan(was));
    }

    @Test
    void aPositionIsWholeOrNotThereAtAll() {
        assertThrows(InvalidValue.class, () -> at("59.3", null));
        assertThrows(InvalidValue.class, () -> at("90.1", "0"));
        assertThrows(InvalidValue.class, () -> at("0", "-180.00000001"));
        assertThrows(InvalidValue.class, () -> at("1.123456789", "0"));
        assertEquals(new BigDecimal("-90"), at("-90", "180").latitude());
    }

    @Test
    void thereIsRoomForSixContacts() {
        assertThrows(InvalidValue.class, () -> new DeviceRecord("", "", null, null, "", Collections.nCopies(7, SON)));
        assertThrows(InvalidValue.class, () -> new Contact(" ", "", "son"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        InvalidValue refused = assertThrows(
                InvalidValue.class,
                () -> new DeviceRecord(
                        "x".repeat(201), "y".repeat(501), new BigDecimal("95"), null, "", Collections.nCopies(7, SON)));
        assertEquals(
                List.of(
                        new Fault("person", "too-long"),
                        new Fault("address", "too-long"),
                        new Fault("latitude", "out-of-range"),
                        new Fault("longitude", "required"),
                        new Fault("contacts", "too-many")),
                refused.faults());
    }

    @Test
    void noTextFormTellsWhoItIs() {
        DeviceRecord record = new DeviceRecord("Greta", "Åby", null, null, "Hund", List.of(SON));
        assertFalse((record + " " + record.contacts()).matches(".*(Greta|Åby|Hund|Nils|070).*"));
        assertTrue(DeviceRecord.EMPTY.isEmpty());
    }

    private static DeviceRecord at(String latitude, String longitude) {
        return new DeviceRecord(
                "",
                "",
                latitude == null ? null : new BigDecimal(latitude),
                longitude == null ? null : new BigDecimal(longitude),
                "",
                List.of());
    }
}
