package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.DeviceRecord;

class SearchWordsTest {
    private static final DeviceRecord RECORD = new DeviceRecord(
            "Greta Öberg-Lind",
            "Ringvägen 5, Åby",
            null,
            null,
            "Portkod 4711",
            List.of(new Contact("Nils", "+46 (0)70-123 45 67", "son"), new Contact("", "112", "")));

    @Test
    void aPersonIsFoundByAnyWordsOfTheNameInAnyCase() {
        assertTrue(found("greta"));
        assertTrue(found("ÖBERG lind"));
        assertTrue(found("ringvägen 5"));
        assertFalse(found("gret"));
        assertFalse(found("greta nilsson"));
    }

    @Test
    void theSameAddressIsTheSameSiteHoweverItIsSetApart() {
        assertEquals(site("Ringvägen 5, Åby"), site("RINGVÄGEN 5\nÅBY"));
        assertNotEquals(site("Ringvägen 5, Åby"), site("Ringvägen 55, Åby"));
        assertEquals(Optional.empty(), site(" , "));
    }

    private static Optional<String> site(String address) {
        return SearchWords.site(new DeviceRecord("", address, null, null, "", List.of()));
    }

    @Test
    void aTelephoneNumberIsFoundHoweverItIsWritten() {
        assertTrue(found("0701234567"));
        assertTrue(found("070-123 45 67"));
        assertTrue(found("+46701234567"));
        assertTrue(found("0046 70 1234567"));
        assertFalse(found("0701234568"));
    }

    @Test
    void instructionsAreNotSearched() {
        assertFalse(found("portkod"));
        assertFalse(found("4711"));
    }

    @Test
    void nothingIsFoundByNothing() {
        assertEquals(Set.of(), SearchWords.asked(" - "));
    }

    private static boolean found(String text) {
        Set<String> asked = SearchWords.asked(text);
        return !asked.isEmpty() && SearchWords.of(RECORD).containsAll(asked);
    }
}
