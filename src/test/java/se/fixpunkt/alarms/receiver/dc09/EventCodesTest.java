package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.EventCodes;

class EventCodesTest {
    @ParameterizedTest
    @CsvSource({
        "1100 00 001, ALARM, MEDICAL",
        "1101 00 001, ALARM, PERSONAL",
        "1110 00 129, ALARM, FIRE",
        "1117 01 001, ALARM, FIRE",
        "1121 01 001, ALARM, PANIC",
        "1130 01 015, ALARM, BURGLARY",
        "3130 01 015, RESTORAL, BURGLARY",
        "6130 01 015, INFORMATION, BURGLARY",
        "1137 00 000, ALARM, TAMPER",
        "1162 00 002, ALARM, GAS",
        "1154 00 002, ALARM, WATER",
        "1301 00 000, ALARM, POWER",
        "3301 00 000, RESTORAL, POWER",
        "1302 00 000, ALARM, BATTERY",
        "1384 00 004, ALARM, BATTERY",
        "1350 00 000, ALARM, COMMUNICATION",
        "1401 01 002, INFORMATION, OPENING",
        "3401 01 002, INFORMATION, OPENING",
        "1602 00 000, TEST, TEST",
        "3602 00 000, TEST, TEST",
        "1999 00 000, ALARM, OTHER",
        "6602 00 000, TEST, TEST",
        "11AA 00 001, ALARM, MEDICAL",
        "111A 00 001, ALARM, FIRE",
        "1AA1 00 001, ALARM, OTHER",
        "E110 00 001, ALARM, FIRE",
        "R110 00 001, RESTORAL, FIRE",
        "P110 00 001, INFORMATION, FIRE",
    })
    void contactId(String data, String kind, String about) {
        Event event = ContactId.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(kind + " " + about, event.kind() + " " + event.about());
    }

    @ParameterizedTest
    @CsvSource({
        "1110 00 129, E110 P00 Z129, ''",
        "' 1110  00  129 ', E110 P00 Z129, ''",
        "1110 00 129|, E110 P00 Z129, ''",
        "111000129, E110 P00 Z129, ''",
        "181110001294, E110 P00 Z129, ''",
        "18111000129, E110 P00 Z129, ''",
        "1234181110001294, E110 P00 Z129, ''",
        "1234 18 3110 00 129 4, R110 P00 Z129, 4",
        "1811 10 001, E811 P10 Z001, ''",
        "1110 129, E110 Z129, ''",
        "1110 0 5, E110 P0 Z5, ''",
        "1110 00, E110 P00, ''",
        "1110, E110, ''",
        "1110 00 129 Kitchen, E110 P00 Z129, Kitchen",
        "1110 00 129^Dörr 2^, E110 P00 Z129, Dörr 2",
    })
    void contactIdIsReadHoweverItIsWritten(String data, String place, String words) {
        Event event = ContactId.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(place + "; " + words, event.place() + "; " + event.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "110", "Nri1/BA01", "1110X"})
    void whatIsNoContactIdIsNotRead(String data) {
        assertEquals(Optional.empty(), ContactId.read(data, EventCodes.USUAL));
    }

    @ParameterizedTest
    @CsvSource({
        "Npi0/AT, AT pi0",
        "Nri2/id15/OP, OP ri2 id15",
        "Nti10:01:00/da08-18-24/RP, RP ti10:01:00 da08-18-24",
        "Nri1/idAB12/OP01, OP01 ri1 idAB12",
        "NNL2, NL2",
        "NBA01/BA02/OP03, BA01 + BA02",
        "NBA01FA03, FA03 + BA01",
        "NOP002|NFA021, FA021",
        "NZA0A1F, ZA0A1F",
        "Nri1/OP01 HALL, OP01 ri1",
        "nri1/ba01, BA01 ri1",
        "ba5, BA5",
        "N BA01, BA01",
        "Nri1BA503^CALL PAT^, BA503 ri1",
    })
    void siaIsReadHoweverItIsWritten(String data, String place) {
        assertEquals(place, SiaData.read(data, EventCodes.USUAL).orElseThrow().place());
    }

    @ParameterizedTest
    @CsvSource({
        "NRR|AStart, RR, Start",
        "NBA01|AHALL DOOR, BA, HALL DOOR",
        "Nri1OP0001*Familie*, OP, Familie",
        "Nri04/UA105*'HA det. woonk'NM, UA, HA det. woonk",
        "Nri1/BA^Kitchen|https://x.invalid/a/b^, BA, Kitchen|https://x.invalid/a/b",
    })
    void wordsAreNoEvents(String data, String code, String words) {
        Event event = SiaData.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(code + "; " + words, event.code() + "; " + event.text());
    }

    @ParameterizedTest
    @CsvSource({
        "Nri1/QA0001, ALARM, PERSONAL, QA0001 ri1",
        "Nri1QA0001, ALARM, PERSONAL, QA0001 ri1",
        "Nri1/QR0001, RESTORAL, PERSONAL, QR0001 ri1",
        "NFA129, ALARM, FIRE, FA129",
        "Nti12:23/ri2/id7/BA05, ALARM, BURGLARY, BA05 ti12:23 ri2 id7",
        "|Nri1/CL501, INFORMATION, OPENING, CL501 ri1",
        "OOP02, INFORMATION, OPENING, OP02",
        "NA, ALARM, INACTIVITY, NA",
        "NMA0001, ALARM, MEDICAL, MA0001",
        "NPA0001, ALARM, PANIC, PA0001",
        "NHA0001, ALARM, PANIC, HA0001",
        "NYC0000, ALARM, COMMUNICATION, YC0000",
        "NYR0000, RESTORAL, BATTERY, YR0000",
        "NXT003, ALARM, BATTERY, XT003",
        "NAT00, ALARM, POWER, AT00",
        "NTA001, ALARM, TAMPER, TA001",
        "NRP0000, TEST, TEST, RP0000",
        "NTX0000, TEST, TEST, TX0000",
        "NBR01, RESTORAL, BURGLARY, BR01",
        "NWA01, ALARM, WATER, WA01",
        "NGA01, ALARM, GAS, GA01",
        "Nri1/PC501, INFORMATION, OTHER, PC501 ri1",
    })
    void sia(String data, String kind, String about, String place) {
        Event event = SiaData.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(kind + " " + about + " " + place, event.kind() + " " + event.about() + " " + event.place());
    }

    @Test
    void ofManyEventsTheMostUrgentAlarmCounts() {
        assertEquals(
                "FA",
                SiaData.read("Nri1/OP01/BA02/FA03/YR00", EventCodes.USUAL)
                        .orElseThrow()
                        .code());
    }

    @Test
    void wordsAreReadBetweenCaretsAndBetweenStars() {
        assertEquals(
                "Dörr 2",
                SiaData.read("NBA01^Dörr 2^", EventCodes.USUAL).orElseThrow().text());
        assertEquals(
                "Kitchen",
                SiaData.read("NBA01*'Kitchen'NM", EventCodes.USUAL)
                        .orElseThrow()
                        .text());
    }

    @Property
    void neitherEverThrows(@ForAll String data) {
        assertTrue(ContactId.read(data, EventCodes.USUAL) != null);
        assertTrue(SiaData.read(data, EventCodes.USUAL) != null);
    }
}
