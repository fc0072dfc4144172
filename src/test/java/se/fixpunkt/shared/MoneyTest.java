package se.fixpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({"3717.5,118.00,438665.00", "0.333333,3,1.00", "1,0.005,0.01", "1,0.0049,0.00", "-2,1.005,-2.01"})
    void amountIsTheProductRoundedHalfUpToTwoDecimals(String quantity, String rate, String amount) {
        assertEquals(amount, rate(rate).times(quantity(quantity)).toString());
    }

    @Test
    void aQuantityKeepsItsDecimalsAsGiven() {
        assertEquals("3717.50", quantity("3717.50").toString());
    }

    @Test
    void anExponentIsWrittenOutInPlainDigits() {
        assertEquals("1200", quantity("1.2E3").toString());
    }

    @Test
    void zerosBeyondTheAllowedDecimalsAreNotHeldAgainstTheValue() {
        assertEquals("1.500000", quantity("1.50000000").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1234567", "10000000000000", "1E999999999"})
    void aQuantityOfMoreThanSixDecimalsOrThirteenDigitsIsRefused(String value) {
        assertThrows(ArithmeticException.class, () -> quantity(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.12345", "1000000000000"})
    void aUnitRateOfMoreThanFourDecimalsOrTwelveDigitsIsRefused(String value) {
        assertThrows(ArithmeticException.class, () -> rate(value));
    }

    @Test
    void anAmountIsNeverRoundedBehindOnesBack() {
        assertThrows(ArithmeticException.class, () -> new Amount(new BigDecimal("0.001")));
    }

    @Test
    void amountsAddUpExactly() {
        Amount tenth = new Amount(new BigDecimal("0.10"));
        assertEquals("0.30", tenth.plus(tenth).plus(tenth).toString());
        assertEquals("0.00", tenth.minus(tenth).toString());
    }

    private static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value));
    }

    private static UnitRate rate(String value) {
        return new UnitRate(new BigDecimal(value));
    }
}
