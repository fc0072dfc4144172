package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    @ParameterizedTest
    @CsvSource({
        "59N19.8765, 012E34.5678, '59.331275, 12.576130'",
        "33S51.5, 151E12.0, '-33.858333, 151.200000'",
        "40n0, 73w30, '40.000000, -73.500000'",
        "59.3293, 18.0686, '59.329300, 18.068600'",
        "-59.3293, +18.0686, '-59.329300, 18.068600'",
        "59.3293 N, 18.0686W, '59.329300, -18.068600'"
    })
    void readsDegreesAndMinutes(String latitude, String longitude, String expected) {
        assertEquals(expected, Position.of(latitude, longitude).orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'geo:59.3293,18.0686', '59.329300, 18.068600'",
        "'geo:59.3293,18.0686,12;u=35', '59.329300, 18.068600'",
        "'59.3293, 18.0686', '59.329300, 18.068600'"
    })
    void readsGeoAddresses(String text, String expected) {
        assertEquals(expected, Position.ofGeo(text).orElseThrow().toString());
    }

    @Test
    void readsTheSentenceOfASatelliteReceiver() {
        String sentence = "$GPGGA,141204,5919.8765,N,01234.5678,E,1,08,0.9,44.5,M,,*47";
        assertEquals(
                "59.331275, 12.576130", Position.ofGga(sentence).orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "0, 181", "x, 1", "'', ''", "1.2.3, 4"})
    void whatIsNoPlaceIsNone(String latitude, String longitude) {
        assertEquals(Optional.empty(), Position.of(latitude, longitude));
        assertEquals(Optional.empty(), Position.ofGeo(latitude + "," + longitude));
    }

    @Property
    void neverThrows(@ForAll String one, @ForAll String other) {
        assertTrue(Position.of(one, other) != null);
        assertTrue(Position.ofGeo(one + "," + other) != null);
        assertTrue(Position.ofGga("$GPGGA,1," + one + ",N," + other + ",E,1") != null);
    }
}
