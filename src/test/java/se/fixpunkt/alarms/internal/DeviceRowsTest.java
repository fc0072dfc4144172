package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceSettings;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.InvalidValue.Fault;

class DeviceRowsTest {
    private static final DeviceGroupId GROUP = DeviceGroupId.next();
    private static final DeviceRow NOTHING = new DeviceRow(1, Map.of());
    private static final DeviceRecord RECORD = new DeviceRecord(
            "Greta",
            "Åby",
            new BigDecimal("59.30"),
            new BigDecimal("-18.1"),
            "Hund",
            List.of(new Contact("Nils", "", "son"), new Contact("", "112", "")));
    private static final Device DEVICE = new Device(
            DeviceId.next(),
            DeviceIdentity.of(Protocol.SCAIP, "0012"),
            "Armband",
            false,
            180,
            Instant.EPOCH,
            null,
            null,
            new DeviceSettings(GROUP, "192.0.2.9", Instant.parse("2026-11-22T12:00:00.000001Z"), null, 7),
            "Norr",
            DeviceCondition.UNKNOWN,
            1);

    @Test
    void aDeviceThatWasWrittenIsReadTheSame() {
        DeviceRow row = DeviceRows.of(2, DEVICE, RECORD);
        NewDevice read = DeviceRows.device(row, DeviceRows.identity(row), NOTHING, name -> GROUP);
        assertEquals(DEVICE.identity(), read.identity());
        assertEquals(DEVICE.settings(), read.settings());
        assertEquals(DEVICE.supervisionSeconds(), read.supervisionSeconds());
        assertEquals(RECORD, read.record());
        assertNull(read.key());
    }

    @Test
    void aColumnThatIsMissingLeavesTheValueAndAnEmptyCellTakesItAway() {
        DeviceRow was = DeviceRows.of(2, DEVICE, RECORD);
        DeviceRow row = new DeviceRow(2, Map.of(DeviceColumn.NAME, "Nytt", DeviceColumn.PERSON, ""));
        NewDevice read = DeviceRows.device(row, DEVICE.identity(), was, name -> GROUP);
        assertEquals("Nytt", read.name());
        assertEquals("", read.record().person());
        assertEquals("Åby", read.record().address());
        assertEquals(DEVICE.settings(), read.settings());
    }

    @Test
    void aTimeMayBeWrittenAsPeopleDo() {
        DeviceRow row = new DeviceRow(2, Map.of(DeviceColumn.NAME, "x", DeviceColumn.ON_TEST, "2026-11-30 17:00"));
        assertEquals(
                Instant.parse("2026-11-30T16:00:00Z"),
                DeviceRows.device(row, DEVICE.identity(), NOTHING, name -> null)
                        .settings()
                        .onTestUntil());
    }

    @ParameterizedTest
    @CsvSource({
        "46356.708333333299,2026-11-30T16:00:00Z",
        "46356,2026-11-29T23:00:00Z",
        "2026-11-30,2026-11-29T23:00:00Z",
        "2026-11-30 17:00:00,2026-11-30T16:00:00Z",
        "2026-11-30T16:00:00Z,2026-11-30T16:00:00Z",
        "2026-10-25 02:30,2026-10-25T01:30:00Z"
    })
    void aTimeMayBeAsASpreadsheetKeepsIt(String written, Instant meant) {
        DeviceRow row = new DeviceRow(2, Map.of(DeviceColumn.NAME, "x", DeviceColumn.ON_TEST, written));
        assertEquals(
                meant,
                DeviceRows.device(row, DEVICE.identity(), NOTHING, name -> null)
                        .settings()
                        .onTestUntil());
    }

    @ParameterizedTest
    @CsvSource({"SCAIP,SCAIP", "DC-09,DC09", "SIA DC-09,DC09", "dc09,DC09", "SOS Access,SOS_ACCESS", "Webhook,WEBHOOK"})
    void aProtocolIsKnownByTheNamesThatPeopleUse(String written, Protocol protocol) {
        DeviceRow row = new DeviceRow(2, Map.of(DeviceColumn.PROTOCOL, written, DeviceColumn.IDENTITY, "1234"));

        assertEquals(protocol, DeviceRows.identity(row).protocol());
    }

    @Test
    void whatAFormulaCouldNotFindIsNobodysNameOrNumber() {
        assertEquals("formula", refused(DeviceColumn.PHONE_1, "#N/A"));
        assertEquals("formula", refused(DeviceColumn.PERSON, "#REF!"));
    }

    @Test
    void aRowThatCannotBeReadIsNoDevice() {
        DeviceRow row = new DeviceRow(
                2,
                Map.of(DeviceColumn.PROTOCOL, "dc09", DeviceColumn.IDENTITY, "12000"),
                List.of(new Fault("identity", "not-text"), new Fault("cells", "merged")));

        InvalidValue refused = assertThrows(InvalidValue.class, () -> DeviceRows.identity(row));
        assertEquals(List.of(new Fault("identity", "not-text")), refused.faults());
    }

    @Test
    void aPositionHasTheDecimalsThatARecordKeeps() {
        DeviceRow row = new DeviceRow(
                2,
                Map.of(
                        DeviceColumn.NAME, "x",
                        DeviceColumn.LATITUDE, "59.32932349999999",
                        DeviceColumn.LONGITUDE, "18,068580800000063"));
        DeviceRecord record =
                DeviceRows.device(row, DEVICE.identity(), NOTHING, name -> null).record();

        assertEquals(new BigDecimal("59.32932350"), record.latitude());
        assertEquals(new BigDecimal("18.06858080"), record.longitude());
    }

    @Test
    void whatCannotBeIsRefusedByItsColumn() {
        assertEquals("group", refused(DeviceColumn.GROUP, "Söder"));
        assertEquals("latitude", refused(DeviceColumn.LATITUDE, "norr"));
        assertEquals("supervisionSeconds", refused(DeviceColumn.SUPERVISION, "3 minuter"));
        assertEquals("supervisionSeconds", refused(DeviceColumn.SUPERVISION, "9"));
        assertEquals("outOfServiceUntil", refused(DeviceColumn.OUT_OF_SERVICE, "snart"));
        assertEquals("key", refused(DeviceColumn.KEY, "med blanksteg i"));
        assertEquals("contacts", refused(DeviceColumn.RELATION_3, "granne"));
    }

    private static Object refused(DeviceColumn column, String text) {
        DeviceRow row = new DeviceRow(2, Map.of(DeviceColumn.NAME, "x", column, text));
        return assertThrows(InvalidValue.class, () -> DeviceRows.device(row, DEVICE.identity(), NOTHING, name -> null))
                .details()
                .get("field");
    }
}
