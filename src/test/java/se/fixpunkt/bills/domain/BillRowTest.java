package se.fixpunkt.bills.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

class BillRowTest {
    private static final Code CODE = new Code("CBB.1");
    private static final Quantity THREE = new Quantity(new BigDecimal("3"));
    private static final UnitRate RATE = new UnitRate(new BigDecimal("0.335"));
    private static final Amount ONE = new Amount(BigDecimal.ONE);

    @Test
    void anItemsAmountIsTheRoundedProduct() {
        BillRow row = BillRow.item(0, CODE, "Schakt", "m3", THREE, RATE);
        assertEquals("1.01", row.amount().toString());
        assertNull(BillRow.item(0, CODE, "Schakt", "m3", THREE, null).amount());
        assertRefused(RowKind.ITEM, THREE, RATE, ONE);
        assertRefused(RowKind.ITEM, null, null, ONE);
    }

    @Test
    void onlyItemsAndLumpSumsCount() {
        assertEquals(
                "1.00", BillRow.lumpSum(0, CODE, "Etablering", ONE).counted().toString());
        BillRow option = BillRow.measured(0, RowKind.OPTION, CODE, "Option", "m3", THREE, RATE);
        assertEquals("1.01", option.amount().toString());
        assertEquals(Amount.ZERO, option.counted());
    }

    @Test
    void eachKindHoldsOnlyWhatItMay() {
        assertRefused(RowKind.HEADING, THREE, null, null);
        assertRefused(RowKind.REMARK, null, null, ONE);
        assertRefused(RowKind.LUMP_SUM, THREE, null, ONE);
        assertRefused(RowKind.INCLUDED_ELSEWHERE, null, null, ONE);
        assertRefused(RowKind.RATE_ONLY, THREE, RATE, null);
        assertRefused(RowKind.RATE_ONLY, Quantity.ZERO, RATE, ONE);
        assertRefused(RowKind.ITEM, null, new UnitRate(new BigDecimal("-1")), null);
    }

    @Test
    void aRowHasACodeOrAText() {
        assertThrows(IllegalArgumentException.class, () -> BillRow.remark(0, null, " \u200B "));
    }

    @Test
    void aUnitOfDashesIsNoUnit() {
        assertNull(BillRow.item(0, CODE, "Schakt", "---", null, null).unit());
    }

    private static void assertRefused(RowKind kind, Quantity quantity, UnitRate rate, Amount amount) {
        assertThrows(
                IllegalArgumentException.class, () -> new BillRow(0, kind, CODE, "Text", null, quantity, rate, amount));
    }
}
