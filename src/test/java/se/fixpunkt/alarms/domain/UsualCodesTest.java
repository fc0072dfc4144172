package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsualCodesTest {
    @ParameterizedTest
    @EnumSource(CodeList.class)
    void everyCodeIsWrittenAsItsListWantsAndNamed(CodeList list) {
        assertFalse(UsualCodes.of(list).isEmpty());
        for (UsualCode code : UsualCodes.of(list)) {
            assertEquals(Optional.of(code.code()), list.code(code.code()));
            assertFalse(code.swedish().isBlank() || code.english().isBlank(), code.code());
            assertFalse(code.swedish().contains("{") || code.english().contains("{"), code.code());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Brandlarm · FA0001 ri1, Fire alarm · FA0001 ri1",
        "Nätspänning borta · E301 P00 Z000, AC loss · E301 P00 Z000",
        "Nätspänning borta · AT01 1 2, Mains power lost · AT01 1 2",
    })
    void theNameOfACodeBesideItIsEnglishForThoseWhoReadIt(String stored, String shown) {
        assertEquals(shown, UsualCodes.inEnglish(stored));
    }

    @Test
    void theNamesOfScaipCodesAreToo() {
        UsualCode device = UsualCodes.of(CodeList.SCAIP_DEVICE).iterator().next();
        UsualCode status = UsualCodes.of(CodeList.SCAIP_STATUS).iterator().next();
        assertEquals(
                device.english() + ", " + status.english() + " (dty " + device.code() + " stc " + status.code()
                        + ") · ring 0701234567",
                UsualCodes.inEnglish(device.swedish() + ", " + status.swedish() + " (dty " + device.code() + " stc "
                        + status.code() + ") · ring 0701234567"));
        assertEquals(
                device.english() + " (dty " + device.code() + ")",
                UsualCodes.inEnglish(device.swedish() + " (dty " + device.code() + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Brandlarm", "Brandlarm · Köket", "Brand i köket · FA0001", "Köket (dty 0010)", "", " · "})
    void aDevicesOwnWordsStayAsItSaidThem(String words) {
        assertEquals(words, UsualCodes.inEnglish(words));
    }

    @Test
    void theListsAreLong() {
        assertTrue(
                UsualCodes.of(CodeList.SIA).size() > 280,
                () -> "" + UsualCodes.of(CodeList.SIA).size());
        assertTrue(
                UsualCodes.of(CodeList.CONTACT_ID).size() > 230,
                () -> "" + UsualCodes.of(CodeList.CONTACT_ID).size());
    }

    @ParameterizedTest
    @CsvSource({
        "SIA, FA, ALARM, FIRE, Brandlarm",
        "SIA, FT, ALARM, FAULT, Brandlarm: fel",
        "SIA, QR, RESTORAL, PERSONAL, Nödlarm: återställt",
        "SIA, TT, ALARM, TAMPER, Sabotage: fel",
        "SIA, JA, ALARM, TAMPER, 'Kodsabotage: för många felaktiga koder'",
        "SIA, PC, INFORMATION, OTHER, Bild på begäran (Ajax)",
        "SIA, WY, ALARM, FAULT, 'Vattenlarm: detektor saknas, fel'",
        "SIA, ND, ALARM, PANIC, Nattläge frånkopplat under hot (Ajax)",
        "SIA, SC, INFORMATION, OTHER, Tillstånd ändrat",
        "SIA, SM, ALARM, FAULT, Läckageskydd: fel (Ajax)",
        "SIA, PF, ALARM, FAULT, Bildkanal borta (Ajax)",
        "SIA, PO, RESTORAL, FAULT, Bildkanal åter (Ajax)",
        "SIA, PE, INFORMATION, OTHER, Bild vid larm påslagen (Ajax)",
        "SIA, CC, ALARM, OPENING, Tillkoppling gick inte (Ajax)",
        "SIA, NE, ALARM, OPENING, Nattläge gick inte att koppla till (Ajax)",
        "SIA, XC, RESTORAL, COMMUNICATION, Radioförbindelse åter",
        "SIA, JC, RESTORAL, TAMPER, Kodsabotage över (Ajax)",
        "SIA, ZY, INFORMATION, OTHER, Enhet påslagen (Ajax)",
        "SIA, ZZ, ALARM, FAULT, Enhet avstängd (Ajax)",
        "SIA, TL, INFORMATION, OTHER, Position",
        "SIA, GF, ALARM, FAULT, Jordfel",
        "SIA, FY, ALARM, FAULT, 'Branddetektor saknas, fel'",
        "CONTACT_ID, 101, ALARM, PERSONAL, Trygghetslarm",
        "CONTACT_ID, 616, ALARM, ASSISTANCE, Samtal eller service begärd",
        "CONTACT_ID, 649, ALARM, COMMUNICATION, Bärbar enhet utan förbindelse",
        "CONTACT_ID, 661, INFORMATION, ASSISTANCE, 'Hjälp på plats, eller klar'",
        "CONTACT_ID, 662, ALARM, ASSISTANCE, Mer hjälp behövs",
        "CONTACT_ID, 669, ALARM, ASSISTANCE, Återuppringning begärd",
        "CONTACT_ID, 671, ALARM, WANDERING, Utanför sitt område",
        "SCAIP_DEVICE, 0005, ALARM, FALL, Falldetektor",
        "SCAIP_DEVICE, 0002, ALARM, PERSONAL, Trygghetslarm",
        "SCAIP_STATUS, 0019, RESTORAL, OTHER, Larm avbrutet"
    })
    void listedCodesAreAsTheProtocolsSay(CodeList list, String code, SignalKind kind, AlarmKind about, String name) {
        UsualCode found = UsualCodes.listed(list, code).orElseThrow();
        assertEquals(new EventMeaning(kind, about), found.meaning());
        assertEquals(name, found.swedish());
    }

    @ParameterizedTest
    @CsvSource({
        "SIA, FD, ALARM, OTHER",
        "SIA, HL, ALARM, OTHER",
        "SIA, BF, ALARM, BURGLARY",
        "SIA, WF, ALARM, WATER",
        "SIA, CH, INFORMATION, OPENING",
        "SIA, ÅÅ, ALARM, OTHER",
        "CONTACT_ID, 119, ALARM, FIRE",
        "CONTACT_ID, 418, INFORMATION, OTHER",
        "CONTACT_ID, 210, ALARM, OTHER",
        "CONTACT_ID, 480, ALARM, OTHER",
        "CONTACT_ID, 692, ALARM, OTHER",
        "CONTACT_ID, 001, ALARM, OTHER",
        "CONTACT_ID, ABC, ALARM, OTHER",
        "CONTACT_ID, 999, ALARM, OTHER",
        "SCAIP_DEVICE, 0052, ALARM, OTHER"
    })
    void whatIsInNoListIsTakenAsItsNeighboursAre(CodeList list, String code, SignalKind kind, AlarmKind about) {
        assertEquals(new EventMeaning(kind, about), EventCodes.USUAL.meaning(list, code));
    }
}
