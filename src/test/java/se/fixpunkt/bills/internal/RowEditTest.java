package se.fixpunkt.bills.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.bills.RowChange;
import se.fixpunkt.bills.RowField;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

class RowEditTest {
    private static final BillRow ITEM = BillRow.item(
            1,
            new Code("CBB.11"),
            "Jord",
            "m3",
            new Quantity(new BigDecimal("3717.5")),
            new UnitRate(new BigDecimal("118.00")));

    @Test
    void aNewRateMakesANewAmount() {
        BillRow priced = RowEdit.apply(ITEM, RowChange.of(RowField.UNIT_RATE, "164.50"));

        assertEquals("164.50", priced.rate().toString());
        assertEquals("611528.75", priced.amount().toString());
    }

    @Test
    void aRateTakenAwayTakesTheAmountWithIt() {
        BillRow unpriced = RowEdit.apply(ITEM, new RowChange(Map.of(RowField.UNIT_RATE, Optional.empty())));

        assertNull(unpriced.rate());
        assertNull(unpriced.amount());
    }

    @Test
    void severalFieldsChangeTogether() {
        BillRow changed = RowEdit.apply(
                ITEM,
                new RowChange(Map.of(
                        RowField.QUANTITY, Optional.of("2"),
                        RowField.UNIT_RATE, Optional.of("0.005"),
                        RowField.TEXT, Optional.of("Berg"))));

        assertEquals("0.01", changed.amount().toString());
        assertEquals("Berg", changed.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,50", "6,66", "1e5", "NaN", "Infinity", "0x10", "+5", ".5", "5.", "=1+1", "１２"})
    void refusesWhatIsNotPlainDigits(String given) {
        assertRefused("unitRate", "malformed", RowChange.of(RowField.UNIT_RATE, given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00001", "1000000000000", "99999999999999999999999999999"})
    void refusesARateThatWouldHaveToBeRoundedOrIsTooLarge(String given) {
        assertRefused("unitRate", "too-precise-or-large", RowChange.of(RowField.UNIT_RATE, given));
    }

    @Test
    void refusesANegativeRate() {
        assertRefused("unitRate", "negative", RowChange.of(RowField.UNIT_RATE, "-1"));
    }

    @Test
    void refusesAnAmountThatNoBillCanHold() {
        BillRow huge = RowEdit.apply(ITEM, RowChange.of(RowField.QUANTITY, "9999999999999"));

        InvalidValue refused = assertThrows(
                InvalidValue.class, () -> RowEdit.apply(huge, RowChange.of(RowField.UNIT_RATE, "999999999999")));

        assertEquals("amount-too-large", refused.details().get("reason"));
    }

    @Test
    void anItemsAmountFollowsAndIsNotGiven() {
        assertRefused("amount", "not-for-this-kind", RowChange.of(RowField.AMOUNT, "1"));
    }

    @Test
    void aLumpSumHasOnlyAnAmount() {
        BillRow lump = BillRow.lumpSum(1, new Code("CBB.14"), "Länshållning", null);

        BillRow priced = RowEdit.apply(lump, RowChange.of(RowField.AMOUNT, "361040.50"));

        assertEquals(new Amount(new BigDecimal("361040.50")), priced.amount());
        assertThrows(InvalidValue.class, () -> RowEdit.apply(lump, RowChange.of(RowField.UNIT_RATE, "1")));
        assertThrows(InvalidValue.class, () -> RowEdit.apply(lump, RowChange.of(RowField.QUANTITY, "1")));
    }

    @Test
    void aRateOnlyRowTakesARateAndNeverAnAmount() {
        BillRow rateOnly = BillRow.rateOnly(1, new Code("CBB.13"), "Handgrävning", "h", null);

        BillRow priced = RowEdit.apply(rateOnly, RowChange.of(RowField.UNIT_RATE, "685"));

        assertEquals("685", priced.rate().toString());
        assertNull(priced.amount());
    }

    @Test
    void aHeadingKeepsItsNumbersEmpty() {
        BillRow heading = BillRow.heading(0, new Code("C"), "Terrassering");

        assertEquals(
                "Ny", RowEdit.apply(heading, RowChange.of(RowField.TEXT, "Ny")).text());
        assertThrows(InvalidValue.class, () -> RowEdit.apply(heading, RowChange.of(RowField.UNIT_RATE, "1")));
    }

    @Test
    void aRowWithoutCodeKeepsAText() {
        BillRow remark = BillRow.remark(0, null, "Se ritning");

        assertThrows(InvalidValue.class, () -> RowEdit.apply(remark, RowChange.of(RowField.TEXT, "  ")));
    }

    private static void assertRefused(String field, String reason, RowChange change) {
        InvalidValue refused = assertThrows(InvalidValue.class, () -> RowEdit.apply(ITEM, change));
        assertEquals(Map.of("field", field, "reason", reason), refused.details());
    }
}
