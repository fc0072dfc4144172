package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.Communication.Search;
import se.fixpunkt.alarms.Communication.Span;

class PeerBeginningTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8::1,[2001:db8:0:0:0:0:0:1]",
        "[2001:db8::1],[2001:db8:0:0:0:0:0:1]",
        "[2001:DB8::1]:5060,[2001:db8:0:0:0:0:0:1]:5060",
        "2001:0db8:0:0:0:0:0:0001,[2001:db8:0:0:0:0:0:1]",
        "[2001:db8:0:0:0:0:0:1]:50,[2001:db8:0:0:0:0:0:1]:50",
        "::1,[0:0:0:0:0:0:0:1]",
        "fe80::1%eth0,[fe80:0:0:0:0:0:0:1]",
        "[fe80::1%3]:5060,[fe80:0:0:0:0:0:0:1]:5060",
        "::ffff:192.0.2.1,192.0.2.1",
        "[::ffff:192.0.2.1]:5060,192.0.2.1:5060"
    })
    void anAddressIsFoundHoweverItIsShortened(String typed, String stored) {
        assertEquals(stored, PeerBeginning.of(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8,[2001:db8",
        "2001:db8::,[2001:db8:",
        "2001:0DB8:0:,[2001:db8:0:",
        "[2001:db8:0,[2001:db8:0",
        "192.0.2.,192.0.2.",
        "192.0.2.1:5060,192.0.2.1:5060",
        "10,10",
        "panel.example.com,panel.example.com"
    })
    void aBeginningStaysOne(String typed, String stored) {
        assertEquals(stored, PeerBeginning.of(typed));
    }

    @Test
    void aSearchAsksForItAsItIsStored() {
        Search search = new Search(new Span(null, null, true), "", "", "", "2001:db8::1", "");
        Object[] values = new ExchangeQuery(SignalRepository.NOBODY, search, null, 10).values();
        assertTrue(List.of(values).contains("[2001:db8:0:0:0:0:0:1]%"));
    }
}
