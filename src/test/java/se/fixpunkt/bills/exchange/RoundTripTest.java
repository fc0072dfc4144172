package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.BillWriter;
import se.fixpunkt.bills.domain.CleanText;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.domain.Layout;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.bills.exchange.csv.CsvFormat;
import se.fixpunkt.bills.exchange.xlsx.XlsxFormat;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** What we write reads back as exactly the same rows, whatever is in them. */
class RoundTripTest {
    private static final Map<HeaderField, String> HEADER = Map.of(
            HeaderField.TITLE, "Mängdförteckning",
            HeaderField.PROJECT, "=Vägen & <bron>",
            HeaderField.DOCUMENT_NUMBER, "MF-01");

    @Property(tries = 150)
    void csvReadsBackAsTheSameRows(@ForAll("bills") List<BillRow> rows) {
        readsBack(CsvFormat.writer(), rows);
    }

    @Property(tries = 150)
    void xlsxReadsBackAsTheSameRows(@ForAll("bills") List<BillRow> rows) {
        readsBack(XlsxFormat.writer(), rows);
    }

    private static void readsBack(BillWriter writer, List<BillRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(HEADER, rows.iterator(), out);
        Imported again = Imported.bytes(out.toByteArray());
        assertEquals(rows, again.rows());
        assertEquals(0, again.report().errors(), () -> again.problems().toString());
        assertEquals(HEADER, again.report().header());
        assertEquals(Layout.OWN, again.report().layout());
        assertEquals(again.report().total(), again.report().declaredTotal().orElseThrow());
    }

    @Provide
    Arbitrary<List<BillRow>> bills() {
        return row().list().ofMinSize(1).ofMaxSize(25);
    }

    private static Arbitrary<BillRow> row() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, BillRow.MAX_DEPTH),
                        Arbitraries.of(RowKind.values()),
                        code().injectNull(0.2),
                        text(),
                        unit().injectNull(0.1),
                        decimal(6, 10, true).map(Quantity::new).injectNull(0.2),
                        decimal(4, 4, false).map(UnitRate::new).injectNull(0.3),
                        decimal(2, 16, true).map(Amount::new).injectNull(0.3))
                .as(RoundTripTest::consistent);
    }

    private static BillRow consistent(
            int depth,
            RowKind kind,
            Code code,
            String text,
            String unit,
            Quantity quantity,
            UnitRate rate,
            Amount amount) {
        Code given = code == null && CleanText.of(text).isEmpty() ? new Code("X") : code;
        return switch (kind) {
            case HEADING, REMARK -> new BillRow(depth, kind, given, text, null, null, null, null);
            case ITEM -> BillRow.measured(depth, kind, given, text, unit, quantity, rate);
            case OPTION, ALTERNATIVE, PROVISIONAL ->
                quantity == null && rate == null
                        ? new BillRow(depth, kind, given, text, unit, null, null, amount)
                        : BillRow.measured(depth, kind, given, text, unit, quantity, rate);
            case LUMP_SUM ->
                new BillRow(depth, kind, given, text, unit, null, null, amount == null ? null : small(amount));
            case INCLUDED_ELSEWHERE -> new BillRow(depth, kind, given, text, unit, quantity, null, null);
            case RATE_ONLY -> BillRow.rateOnly(depth, given, text, unit, rate);
        };
    }

    /** So that no list of them adds up to more than money can be. */
    private static Amount small(Amount amount) {
        return Amount.rounded(amount.value().movePointLeft(3));
    }

    private static Arbitrary<Code> code() {
        Arbitrary<String> usual =
                Arbitraries.of("C", "CBB.111", "BCB.3/1", "10.2.1", "-A", "=1+1", "'x", "KOD", "Summa");
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(usual, any)
                .filter(value -> !CleanText.line(value).isEmpty()
                        && CleanText.line(value).length() <= Code.MAX_LENGTH)
                .map(Code::new);
    }

    private static Arbitrary<String> text() {
        Arbitrary<String> usual = Arbitraries.of(
                "Jordschakt; kategori \"A\"",
                "två\nrader",
                "=HYPERLINK(\"http://x\")",
                "'=1",
                "''",
                "- avser rör",
                "@SUM(A1)",
                "_x000D_ och _x005F_",
                "Summa C",
                "Transport",
                "Sida 2 (3)",
                "---",
                "TEXT",
                "<b>&amp;</b>",
                "1 234,50",
                "A\u030Ater\u00A0igen",
                "");
        return Arbitraries.oneOf(usual, usual, Arbitraries.strings().ofMaxLength(60));
    }

    private static Arbitrary<String> unit() {
        return Arbitraries.of("m3", "m", "st", "kg", "-", "=u", "1000 st", "ENHET", "m²", "'");
    }

    private static Arbitrary<BigDecimal> decimal(int decimals, int digits, boolean negative) {
        BigInteger most = BigInteger.TEN.pow(digits + decimals).subtract(BigInteger.ONE);
        Arbitrary<BigInteger> wide = Arbitraries.bigIntegers().between(BigInteger.ZERO, most);
        Arbitrary<BigInteger> usual =
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(99_999_999));
        return Combinators.combine(
                        Arbitraries.oneOf(usual, usual, wide),
                        Arbitraries.integers().between(0, decimals),
                        Arbitraries.of(true, false))
                .as((unscaled, scale, minus) -> {
                    BigInteger limit = BigInteger.TEN.pow(digits + scale);
                    BigDecimal value = new BigDecimal(unscaled.mod(limit), scale);
                    return minus && negative ? value.negate() : value;
                });
    }
}
