package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.Position;

class CoordinatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "N5919765E01804112|59.329417, 18.068533",
                "n591976e0180411|59.329333, 18.068500",
                "S3352000W07040000|-33.866667, -70.666667"
            })
    void degreesAndMinutesRunTogetherAreAPlace(String written, String place) {
        assertEquals(Optional.of(place), Coordinates.position(written).map(Position::toString));
    }

    /** The first pair is the one that open conversion libraries check themselves by: 59.3489, 18.0473. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x6583052y1627548|59.348915, 18.047319",
                "X6580994Y1628294|59.330229, 18.059198",
            })
    void metresInRt90AreAPlace(String written, String place) {
        assertEquals(Optional.of(place), Coordinates.position(written).map(Position::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E597295E0176288",
                "N5960000E01800000",
                "N9100000E01800000",
                "x1234567y1234567",
                "Storgatan 1"
            })
    void whatIsNoPlaceIsNone(String written) {
        assertEquals(Optional.empty(), Coordinates.position(written));
    }
}
