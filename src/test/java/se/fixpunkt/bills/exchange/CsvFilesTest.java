package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Separated text in the encodings and dialects that programs write. */
class CsvFilesTest {
    private static final String FILE =
            "KOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\r\nCBB;Återfyllning, väg;m3;1 234,5;2;2 469,00\r\n";
    private static final List<String> ROWS = List.of("item|CBB|Återfyllning, väg|m3|1234.5|2|2469.00");

    @Test
    void everyUsualEncodingIsTold() {
        Charset windows = Charset.forName("windows-1252");
        assertEquals(ROWS, Imported.csv(StandardCharsets.UTF_8, FILE).told());
        assertEquals(ROWS, Imported.csv(StandardCharsets.UTF_8, "\uFEFF" + FILE).told());
        assertEquals(ROWS, Imported.csv(windows, FILE).told());
        assertEquals(
                ROWS, Imported.csv(StandardCharsets.UTF_16LE, "\uFEFF" + FILE).told());
        assertEquals(
                ROWS, Imported.csv(StandardCharsets.UTF_16BE, "\uFEFF" + FILE).told());
        assertEquals(ROWS, Imported.csv(StandardCharsets.UTF_16LE, FILE).told());
        assertEquals(
                List.of("INFO 0 null encoding-guessed [windows-1252]"),
                Imported.csv(windows, FILE).problems());
    }

    @Test
    void theSeparatorIsTheOneThatMakesHeadings() {
        assertEquals(ROWS, Imported.csv(FILE.replace(';', '\t')).told());
        assertEquals(ROWS, Imported.csv("sep=;\r\n" + FILE).told());
        Imported commas = Imported.csv(
                "KOD,TEXT,ENHET,MÄNGD,À-PRIS,BELOPP", "CBB,\"Återfyllning, väg\",m3,\"1 234,5\",2,\"2 469,00\"");
        assertEquals(ROWS, commas.told());
    }

    @Test
    void quotedTextMayHaveSeveralLinesSeparatorsAndQuotes() {
        Imported bill = Imported.rows("B;;\"Rör; 4\"\" plast\r\nandra raden\";m;1;1;1", "B;;Rör 4\" stål;m;1;1;x1");
        assertEquals("Rör; 4\" plast\nandra raden", bill.row(0).text());
        assertEquals("Rör 4\" stål", bill.row(1).text());
        assertEquals(List.of(2, 3), bill.numbers());
    }

    @Test
    void anUnclosedQuoteIsNamed() {
        Imported bill = Imported.rows("B;;Bra;m;1;1;1", "B;;\"Aldrig stängd;m;1;1;1", "B;;Svald;m;1;1;1");
        assertEquals(2, bill.rows().size());
        assertEquals(
                "WARNING 0 null unclosed-quote [3]",
                bill.problems().get(bill.problems().size() - 1));
    }
}
