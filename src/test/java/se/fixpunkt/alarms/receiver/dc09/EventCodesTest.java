package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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
        "1401 01 1234, E401 P01 Z1234, ''",
        "1130 01 0003, E130 P01 Z0003, ''",
        "1130-01-003, E130 P01 Z003, ''",
        "'1130,01,003', E130 P01 Z003, ''",
        "1130 01 003|Kitchen|112, E130 P01 Z003, Kitchen 112",
    })
    void contactIdIsReadHoweverItIsWritten(String data, String place, String words) {
        Event event = ContactId.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(place + "; " + words, event.place() + "; " + event.text());
    }

    @ParameterizedTest
    @CsvSource({
        "1602 00 000|1101 00 005, 101, E101 P00 Z005",
        "1130 01 003|1110 00 005, 110, E110 P00 Z005 + E130 P01 Z003",
        "1130 01 003|110100005, 101, E101 P00 Z005 + E130 P01 Z003",
        "3110 00 001^Hall^|1110 00 002^Kitchen^, 110, E110 P00 Z002",
    })
    void ofManyContactIdEventsTheMostUrgentAlarmCounts(String data, String code, String place) {
        Event event = ContactId.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(code + "; " + place, event.code() + "; " + event.place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5555 5155 5", "155555559", "1110", "1110 129", "1 110 00 129", "1110 00 1290"})
    void whatIsNotContactIdToTheLetterMayBeAnotherFormat(String data) {
        assertEquals(Optional.empty(), ContactId.readToTheLetter(data, EventCodes.USUAL));
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
        "N BA 01, BA01",
        "NPA 1, PA1",
        "Nri1/AT00, AT00 ri1",
        "Nri1/AT00YR01, AT00 ri1",
        "Nri1/AT0A1F, AT0A1F ri1",
        "Nri1/AS, AS ri1",
        "AR00, AR00",
        "Nri2^Kelder^id3^Jan^ti12:03:04BA3^Raam^, BA3 ri2 id3 ti12:03:04",
        "Nri1^Hall^BA^Kitchen^, BA ri1",
        "Nri1/BA01^Hall^FA02^Kitchen^, FA02 ri1 + BA01 ri1",
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
        "CL01^FAM ANKA^BADRUM^, CL, FAM ANKA BADRUM",
        "Nri1/MA001^heart_rate^critical^150, MA, heart_rate critical 150",
        "NCL*'FAM O'HARA'NM, CL, FAM O'HARA",
    })
    void wordsAreNoEvents(String data, String code, String words) {
        Event event = SiaData.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(code + "; " + words, event.code() + "; " + event.text());
    }

    /** Eaton's extended SIA 3 and Galaxy's SIA 3 and 4 tell the names of people and zones after the letter A. */
    @ParameterizedTest
    @CsvSource({
        "Nti19:44/id1/ri4/OP1/AUSER 01, INFORMATION OP, USER 01",
        "Nti19:44/id1/ri4/OP1/ASVEN HANSSON, INFORMATION OP, SVEN HANSSON",
        "Nti19:44/ri4/RP/ATEST CALL, TEST RP, TEST CALL",
        "Nti10:23/id003/ri01/OP03/AKITCHEN/BAR, INFORMATION OP, KITCHEN/BAR",
        "Nti10:23/id003/ri01/OP03/ABED, INFORMATION OP, BED",
        "ATAMPER  +        KITCHEN, INFORMATION A, TAMPER  +        KITCHEN",
        "ARESET    +        ENGR, INFORMATION A, RESET    +        ENGR",
        "AFIRE    +        HALL, INFORMATION A, FIRE    +        HALL",
        "A Panic button pressed, INFORMATION A, Panic button pressed",
        "AFIRE|Nri1/BA01, ALARM BA, FIRE",
    })
    void aBlockOfTextIsNoEvent(String data, String meaning, String words) {
        Event event = SiaData.read(data, EventCodes.USUAL).orElseThrow();

        assertEquals(meaning + "; " + words, event.kind() + " " + event.code() + "; " + event.text());
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

    @ParameterizedTest
    @ValueSource(strings = {"^", "^x", "^xx", "*", "*'", "*x'", "A", "/A", "|A", "ab", "AB", "|1110 00 0012", "18"})
    void longTextsNeedNoMoreStackOrTimeThanTheirLength(String part) {
        String data = "NBA01" + part.repeat(60_000);

        assertTimeout(Duration.ofSeconds(5), () -> {
            SiaData.read(data, EventCodes.USUAL);
            ContactId.read("1110 00 001" + data, EventCodes.USUAL);
            ContactId.read("1110 00 001 " + data.substring(5), EventCodes.USUAL);
        });
    }

    @Property
    void neitherEverThrows(@ForAll String data) {
        assertTrue(ContactId.read(data, EventCodes.USUAL) != null);
        assertTrue(SiaData.read(data, EventCodes.USUAL) != null);
    }
}
