package se.fixpunkt.alarms.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import se.fixpunkt.alarms.DeviceChange;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.shared.InvalidValue;

class DeviceFormTest {
    private final DeviceForm form = new DeviceForm();

    @Test
    void everyFieldThatIsWrongIsTold() {
        form.setGroup("nonsense");
        form.setOnTestUntil("tomorrow");
        form.setOutOfServiceUntil("later");
        form.setAlarmLimit("många");
        form.setSecondReceiver("x".repeat(201));
        form.setPerson("x".repeat(201));
        form.setLatitude("norr");
        form.getContacts().get(0).setRelation("dotter");
        assertEquals(
                Map.ofEntries(
                        Map.entry("protocol", "required"),
                        Map.entry("identity", "required"),
                        Map.entry("name", "required"),
                        Map.entry("supervisionSeconds", "malformed"),
                        Map.entry("group", "unknown"),
                        Map.entry("onTestUntil", "malformed"),
                        Map.entry("outOfServiceUntil", "malformed"),
                        Map.entry("alarmLimit", "malformed"),
                        Map.entry("secondReceiver", "too-long"),
                        Map.entry("person", "too-long"),
                        Map.entry("latitude", "malformed"),
                        Map.entry("longitude", "required"),
                        Map.entry("contacts", "required")),
                faults(() -> form.newDevice("", " ", null, null, "tio")));
    }

    @Test
    void aKeyIsJudgedByItsProtocolAlsoBesideAnIdentityThatIsNone() {
        assertEquals(
                Map.of("identity", "malformed", "key", "malformed"),
                faults(() -> form.newDevice("dc09", "Å", "Bod 3", "kort", "")));
    }

    @Test
    void aPositionHasTheDecimalsThatARecordKeeps() {
        form.setLatitude("59.32932349999");
        form.setLongitude("18,0685808000");
        NewDevice device = form.newDevice("dc09", "1234", "Bod 3", "", "");
        assertEquals(new BigDecimal("59.32932350"), device.record().latitude());
        assertEquals(new BigDecimal("18.06858080"), device.record().longitude());
    }

    @Test
    void aFormWithoutFaultsIsADevice() {
        form.setAlarmLimit(" 7 ");
        form.setLatitude("59,3293");
        form.setLongitude("18.0686");
        NewDevice device = form.newDevice("dc09", "#1234", "Bod 3", "0123456789ABCDEF", "180");
        assertEquals("1234", device.identity().value());
        assertEquals(180, device.supervisionSeconds());
        assertEquals(7, device.settings().alarmLimit());
        assertEquals("59.3293", device.record().latitude().toPlainString());
        assertNull(form.newDevice("dc09", "#1234", "Bod 3", "", "").supervisionSeconds());
    }

    @Test
    void aChangeTellsEverythingThatIsWrongToo() {
        form.setLongitude("181");
        assertEquals(
                Map.of(
                        "name",
                        "required",
                        "key",
                        "malformed",
                        "supervisionSeconds",
                        "out-of-range",
                        "latitude",
                        "required",
                        "longitude",
                        "out-of-range"),
                faults(() -> form.change(Protocol.SCAIP, " ", "två ord", "9")));
    }

    @Test
    void aChangeKeepsTheKeyOrTakesItAway() {
        assertNull(form.change(Protocol.SCAIP, "Bod 3", null, "").key());
        DeviceChange change = form.change(Protocol.SCAIP, "Bod 3", "", "");
        assertEquals("", change.key());
        assertEquals(0, change.supervisionSeconds());
    }

    private static Map<String, String> faults(Executable work) {
        return assertThrows(InvalidValue.class, work).faults().stream()
                .collect(Collectors.toMap(InvalidValue.Fault::field, InvalidValue.Fault::reason));
    }
}
