package se.fixpunkt.bills.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillRowId;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.RowChange;
import se.fixpunkt.bills.RowField;
import se.fixpunkt.bills.RowFilter;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.harness.AtBest;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** Bills in a real MariaDB, without a container. */
class BillStorageIT {
    private static final Logger LOG = Logger.getLogger(BillStorageIT.class.getName());
    private static final RowFilter NOTHING_ASKED = RowFilter.ALL;

    @TempDir
    static Path home;

    private static BillDatabase database;
    private static BillRepository bills;
    private static RowRepository rows;
    private static HeadingTotalRepository headings;
    private static CodeRepository codes;

    @BeforeAll
    static void startDatabase() {
        database = BillDatabase.start(home);
        bills = new BillRepository(database.dataSource());
        rows = new RowRepository(database.dataSource());
        headings = new HeadingTotalRepository(database.dataSource());
        codes = new CodeRepository(database.dataSource());
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @Test
    void keepsDecimalsExactlyAsGiven() {
        BillRow given = BillRow.item(1, new Code("CBB.11"), "Jord", "m3", quantity("3717.5"), rate("118.00"));
        BillId bill = stored(given);

        BillRow read = rows.after(bill, NOTHING_ASKED, 0, 10).get(0).content();

        assertEquals(given, read);
        assertEquals("3717.5", read.quantity().toString());
        assertEquals("118.00", read.rate().toString());
    }

    @Test
    void keepsEachKindWhole() {
        List<BillRow> given = List.of(
                BillRow.heading(0, new Code("C"), "Terrassering"),
                BillRow.remark(1, null, "Se ritning\nblad 2"),
                BillRow.lumpSum(1, new Code("CBB.14"), "Länshållning", new Amount(new BigDecimal("361040.50"))),
                BillRow.lumpSum(1, new Code("CBB.14"), "Oprissatt", null),
                BillRow.includedElsewhere(1, new Code("CBB.15"), "Avjämning"),
                BillRow.rateOnly(1, new Code("CBB.13"), "Handgrävning", "h", rate("685")),
                BillRow.measured(1, RowKind.OPTION, new Code("CBB.2"), "Spont", "m2", quantity("1.000001"), null),
                BillRow.item(1, null, "Utan kod", null, quantity("-2"), rate("0.0001")));
        BillId bill = stored(given.toArray(new BillRow[0]));

        assertEquals(
                given,
                rows.after(bill, NOTHING_ASKED, 0, 100).stream()
                        .map(Row::content)
                        .toList());
    }

    @Test
    void pagesByPositionAndJumpsToAny() {
        BillId bill = sample(1000);
        int count = rows.count(bill, NOTHING_ASKED);

        assertEquals(501, rows.after(bill, NOTHING_ASKED, 500, 10).get(0).position());
        assertEquals(count, rows.at(bill, NOTHING_ASKED, count - 1, 10).get(0).position());
        assertTrue(rows.at(bill, NOTHING_ASKED, count, 10).isEmpty());
    }

    @Test
    void jumpsWithinWhatAFilterLetsThrough() {
        BillId bill = sample(1000);
        RowFilter filter = RowFilter.code("C");
        List<Row> all = rows.at(bill, filter, 0, 500);

        assertEquals(rows.count(bill, filter), all.size());
        assertEquals(all.get(37), rows.at(bill, filter, 37, 1).get(0));
        assertTrue(all.stream().allMatch(row -> row.content().code().value().startsWith("C")));
    }

    @Test
    void findsTextInCapitalsOrNotButTellsSwedishLettersApart() {
        BillId bill = stored(
                BillRow.remark(0, null, "Sprängd STEN i fyllning"),
                BillRow.remark(0, null, "Stén"),
                BillRow.remark(0, null, "Stång"),
                BillRow.remark(0, null, "100 % _rabatt_"));

        assertEquals(1, rows.count(bill, RowFilter.text("sprängd sten")));
        assertEquals(0, rows.count(bill, RowFilter.text("stang")));
        assertEquals(1, rows.count(bill, RowFilter.text("0 %")));
        assertEquals(1, rows.count(bill, RowFilter.text("_rabatt_")));
        assertEquals(0, rows.count(bill, RowFilter.text("%%")));
    }

    @Test
    void numberedCodesGoByWholeParts() {
        BillId bill = stored(
                BillRow.heading(0, new Code("10"), "Tio"),
                BillRow.heading(0, new Code("10.2"), "Tio två"),
                BillRow.heading(0, new Code("101"), "Hundraett"));

        assertEquals(2, rows.count(bill, new RowFilter(null, "10", null, null, false)));
        assertEquals(3, rows.count(bill, RowFilter.code("10")));
    }

    @Test
    void headingsCountWhatStandsBelowThem() {
        BillId bill = stored(
                BillRow.heading(0, new Code("C"), "Yttre"),
                BillRow.heading(1, new Code("CB"), "Inre"),
                BillRow.item(2, new Code("CB"), "a", "m", quantity("2"), rate("10.005")),
                BillRow.heading(1, new Code("CE"), "Tom"),
                BillRow.lumpSum(2, new Code("CE"), "b", new Amount(new BigDecimal("5"))),
                BillRow.measured(2, RowKind.OPTION, new Code("CE"), "räknas ej", "m", quantity("1"), rate("1000")),
                BillRow.heading(0, new Code("D"), "Sist"));

        List<Row> read = headings.withTotals(bill, rows.after(bill, NOTHING_ASKED, 0, 100));

        assertEquals("25.01", read.get(0).total().toString());
        assertEquals("20.01", read.get(1).total().toString());
        assertNull(read.get(2).total());
        assertEquals("5.00", read.get(3).total().toString());
        assertEquals("0.00", read.get(6).total().toString());
        assertEquals("25.01", bills.sums(bill).total().toString());
    }

    @Test
    void aChangeTakesOnlyTheVersionItWasMadeTo() {
        BillId bill = stored(BillRow.item(0, new Code("C"), "a", "m", quantity("2"), null));
        Row before = rows.after(bill, NOTHING_ASKED, 0, 1).get(0);
        BillRow priced = RowEdit.apply(before.content(), RowChange.of(RowField.UNIT_RATE, "12.50"));
        assertEquals(1, bills.sums(bill).missingRates());

        assertTrue(rows.change(bill, before, priced));
        assertFalse(rows.change(bill, before, priced));

        Row after = rows.find(bill, before.id()).orElseThrow();
        assertEquals("25.00", after.content().amount().toString());
        assertEquals(before.version() + 1, after.version());
        assertEquals(0, bills.sums(bill).missingRates());
    }

    @Test
    void aBatchThatIsStoredTwiceIsThereOnce() {
        BillId bill = begun();
        List<Row> batch = numbered(BillRow.remark(0, null, "en"), BillRow.remark(0, null, "två"));

        rows.append(bill, batch);
        rows.append(bill, batch);

        assertEquals(2, rows.count(bill, NOTHING_ASKED));
    }

    @Test
    void whatIsBeingStoredBelongsToNobodyYet() {
        BillId bill = begun();

        assertEquals(BillState.IMPORTING, bills.find(bill).map(BillHead::state).orElseThrow());
        org.junit.jupiter.api.Assertions.assertThrows(se.fixpunkt.shared.NotFound.class, () -> bills.projectOf(bill));
    }

    @Test
    void hundredThousandRowsAnswerAtOnce() {
        long start = System.nanoTime();
        BillId bill = sample(100_000);
        report("100,000 rows stored", start);
        int count = rows.count(bill, NOTHING_ASKED);
        assertTrue(count > 99_000, () -> count + " rows");

        assertQuick("the last window", 300, () -> headings.withTotals(bill, rows.at(bill, NOTHING_ASKED, 99_700, 200)));
        assertQuick("the first window", 500, () -> headings.withTotals(bill, rows.at(bill, NOTHING_ASKED, 0, 200)));
        assertQuick("the total", 500, () -> bills.sums(bill));
        assertQuick("the code tree", 1000, () -> new CodeTree(codes.sums(bill, "")).under(""));
        assertQuick("a chapter's window", 500, () -> rows.at(bill, RowFilter.code("E"), 15_000, 200));
        assertQuick("a chapter's count", 500, () -> rows.count(bill, RowFilter.code("E")));
        assertQuick("text, first window", 500, () -> rows.at(bill, RowFilter.text("kategori 7"), 0, 200));
        assertQuick("text, count", 1000, () -> rows.count(bill, RowFilter.text("kategori 7")));
        assertQuick("text that is not there", 1000, () -> rows.at(bill, RowFilter.text("finns inte"), 0, 200));
    }

    /** Ten times what a quiet machine was seen to need at most: one under load must not fail, a missing index must. */
    private static void assertQuick(String what, long millis, Runnable work) {
        work.run();
        AtBest.within(what, Duration.ofMillis(10 * millis), () -> {
            long start = System.nanoTime();
            work.run();
            return Duration.ofMillis(report(what, start));
        });
    }

    private static long report(String what, long start) {
        long took = (System.nanoTime() - start) / 1_000_000;
        LOG.info(() -> what + ": " + took + " ms");
        return took;
    }

    private static BillId stored(BillRow... given) {
        BillId bill = begun();
        rows.append(bill, numbered(given));
        return bill;
    }

    private static BillId sample(int about) {
        BillId bill = begun();
        try {
            database.inOneTransaction(connection -> {
                RowRepository store = new RowRepository(connection);
                RowBuffer buffer = new RowBuffer(some -> store.append(bill, some));
                SampleBill.rows(about, row -> buffer.accept(row, null, 0));
                buffer.flush();
            });
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return bill;
    }

    private static List<Row> numbered(BillRow... given) {
        List<Row> numbered = new ArrayList<>();
        for (BillRow row : given) {
            numbered.add(new Row(BillRowId.next(), numbered.size() + 1, row, null, 0));
        }
        return numbered;
    }

    private static BillId begun() {
        BillHead head = new BillHead(
                BillId.next(),
                ProjectId.next(),
                OrganisationId.next(),
                "Prov",
                BillState.IMPORTING,
                "prov.xlsx",
                0,
                0,
                null,
                Instant.parse("2026-01-05T13:02:31Z"),
                PersonId.next(),
                "Ida Sund",
                0);
        bills.insert(head);
        return head.id();
    }

    private static Quantity quantity(String text) {
        return new Quantity(new BigDecimal(text));
    }

    private static UnitRate rate(String text) {
        return new UnitRate(new BigDecimal(text));
    }
}
