package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;

class ScaipCodesTest {
    @ParameterizedTest
    @CsvSource({
        "ME, 0003, '',   ALARM, PERSONAL",
        "ME, 0003, 0010, ALARM, PERSONAL",
        "ME, 0005, 0009, ALARM, FALL",
        "ME, 0003, 0019, RESTORAL, PERSONAL",
        "ME, 0023, 0070, RESTORAL, FIRE",
        "ME, 0003, 0016, ALARM, BATTERY",
        "ME, 0048, 0085, ALARM, POWER",
        "ME, 0048, 0086, RESTORAL, POWER",
        "ME, 0048, 0112, RESTORAL, COMMUNICATION",
        "ME, 0048, 0110, ALARM, ASSISTANCE",
        "ME, 0048, 0111, RESTORAL, ASSISTANCE",
        "ME, 0003, 0102, TEST, TEST",
        "ME, 0002, 0010, ALARM, PERSONAL",
        "ME, 0033, '',   ALARM, WATER",
        "ME, 0052, '',   ALARM, OTHER",
        "ME, 0025, 0100, ALARM, FIRE",
        "ME, 0003, 0015, RESTORAL, BATTERY",
        "ME, 0011, 0081, ALARM, MEDICINE",
        "ME, 0011, 0083, RESTORAL, MEDICINE",
        "ME, 0023, 0094, RESTORAL, FIRE",
        "ME, 0002, 0026, ALARM, COMMUNICATION",
        "ME, 0003, 0121, INFORMATION, PERSONAL",
        "ME, 0003, 0126, ALARM, PERSONAL",
        "RE, 0003, 0010, RESTORAL, PERSONAL",
        "IN, 0004, 0016, INFORMATION, BATTERY",
        "IN, 0004, 0103, TEST, TEST",
        "PI, 0045, 0016, HEARTBEAT, TEST"
    })
    void everyRequestHasAMeaning(Mrq.Type type, String device, String status, SignalKind kind, AlarmKind about) {
        EventMeaning meaning = ScaipCodes.meaning(mrq(type, device, status), EventCodes.USUAL);

        assertEquals(kind + " " + about, meaning.kind() + " " + meaning.about());
    }

    @Test
    void anOrganisationDecidesForDevicesAndForStatuses() {
        EventMeaning urgent = new EventMeaning(SignalKind.ALARM, AlarmKind.FALL, new Priority(1));
        EventMeaning quiet = new EventMeaning(SignalKind.INFORMATION, AlarmKind.BATTERY, new Priority(9));
        EventCodes codes = (list, code) -> switch (list + " " + code) {
            case "SCAIP_DEVICE 0014" -> Optional.of(urgent);
            case "SCAIP_STATUS 0016" -> Optional.of(quiet);
            default -> EventCodes.USUAL.listed(list, code);
        };

        assertEquals(urgent, ScaipCodes.meaning(mrq(Mrq.Type.ME, "0014", "0010"), codes));
        assertEquals(quiet, ScaipCodes.meaning(mrq(Mrq.Type.ME, "0014", "0016"), codes));
        assertEquals(Optional.empty(), codes.listed(CodeList.SCAIP_STATUS, ""));
    }

    private static Mrq mrq(Mrq.Type type, String device, String status) {
        return new Mrq("A1", "12345678", device, status, type, Map.of());
    }
}
