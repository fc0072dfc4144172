package se.fixpunkt.shared.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.shared.UnitRate;

class FormatsTest {
    private static final String S = "\u00a0";

    @Test
    void anAmountHasTwoDecimalsAndSpacesBetweenThousands() {
        assertEquals("48" + S + "311" + S + "902,75", Formats.amount(new Amount(new BigDecimal("48311902.75"))));
        assertEquals("999,00", Formats.amount(new BigDecimal("999")));
        assertEquals("0,00", Formats.amount(Amount.ZERO));
    }

    @Test
    void aUnitRateKeepsAllItsDecimals() {
        assertEquals("1" + S + "164,5025", Formats.amount(new UnitRate(new BigDecimal("1164.5025"))));
        assertEquals("118,50", Formats.amount(new UnitRate(new BigDecimal("118.5"))));
    }

    @Test
    void aNegativeAmountHasAMinusSign() {
        assertEquals("−11" + S + "515,75", Formats.amount(new BigDecimal("-11515.75")));
    }

    @Test
    void aQuantityIsWrittenAsItWasGiven() {
        assertEquals("3" + S + "717,5", Formats.quantity(new Quantity(new BigDecimal("3717.5"))));
        assertEquals("1" + S + "250", Formats.quantity(new Quantity(new BigDecimal("1250"))));
        assertEquals("0,000001", Formats.quantity(new Quantity(new BigDecimal("0.000001"))));
    }

    @Test
    void nothingIsADash() {
        assertEquals("–", Formats.amount(null));
        assertEquals("–", Formats.quantity(null));
        assertEquals("–", Formats.count(null));
        assertEquals("–", Formats.moment(null, Texts.SWEDISH));
    }

    @Test
    void anIntervalIsInTheLargestUnitThatLeavesNothingOver() {
        assertEquals("90" + S + "s", Formats.interval(90));
        assertEquals("3" + S + "min", Formats.interval(180));
        assertEquals("25" + S + "h", Formats.interval(90_000));
        assertEquals("7" + S + "d", Formats.interval(604_800));
        assertEquals("–", Formats.interval(null));
    }

    @Test
    void timesAreOnTheSwedishClockSummerAndWinter() {
        assertEquals("2026-01-05 14.02", Formats.moment(Instant.parse("2026-01-05T13:02:31Z"), Texts.SWEDISH));
        assertEquals("2026-07-05 15.02", Formats.moment(Instant.parse("2026-07-05T13:02:31Z"), Texts.SWEDISH));
        assertEquals("14.02.31", Formats.clock(Instant.parse("2026-01-05T13:02:31Z"), Texts.SWEDISH));
        assertEquals("14:02:31", Formats.clock(Instant.parse("2026-01-05T13:02:31Z"), Texts.ENGLISH));
        assertEquals("2026-01-06", Formats.date(Instant.parse("2026-01-05T23:30:00Z")));
    }

    @Test
    void sizesAreInTheUnitThatFits() {
        assertEquals("999" + S + "B", Formats.size(999));
        assertEquals("1,4" + S + "MB", Formats.size(1_400_000));
    }

    @Test
    void initialsAreOfTheFirstAndTheLastName() {
        assertEquals("IS", Formats.initials("Ida Sund"));
        assertEquals("AÖ", Formats.initials(" Anna Maria Öberg "));
        assertEquals("F", Formats.initials("Fixpunkt"));
        assertEquals("", Formats.initials(null));
    }
}
