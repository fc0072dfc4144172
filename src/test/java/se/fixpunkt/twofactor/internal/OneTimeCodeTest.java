package se.fixpunkt.twofactor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {

    @Test
    void hasEightDigits() {
        assertTrue(IntStream.range(0, 1000).allMatch(turn -> OneTimeCode.next().matches("[0-9]{8}")));
    }

    @Test
    void isHardlyEverTheSame() {
        assertTrue(IntStream.range(0, 1000)
                        .mapToObj(turn -> OneTimeCode.next())
                        .distinct()
                        .count()
                > 990);
    }

    @Test
    void isReadHoweverItWasPasted() {
        assertEquals("12345678", OneTimeCode.digitsOf(" 1234 5678\n"));
    }

    @Test
    void isReadInOtherDigits() {
        assertEquals("12345678", OneTimeCode.digitsOf("١٢٣٤٥٦٧٨"));
    }

    @Test
    void tooManyDigitsAreNotCutToARightCode() {
        assertEquals(9, OneTimeCode.digitsOf("1234567890123").length());
    }

    @Test
    void nothingIsNoDigits() {
        assertEquals("", OneTimeCode.digitsOf(null));
    }
}
