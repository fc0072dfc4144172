package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.Layout;

/** The Swedish workbook as its layouts, rows and dashes are meant. */
class SwedishLayoutsTest {

    @Test
    void itemsBelowACodeInheritItInLayoutA() {
        Imported bill = Imported.rows(
                "C;;TERRASSERING, PÅLNING MM;;;;",
                "CBB.111;;Jordschakt, kategori A;;;;",
                ";;Väg 123;m3;371 700;118,00;43 860 600,00",
                ";;Väg 124;m3;1 234,5;99,5;",
                "CBB.12;;Schakt för grund;;;;",
                ";;Bro 1;m3;10;;");
        assertEquals(
                List.of(
                        "heading|C|TERRASSERING, PÅLNING MM|null|null|null|null",
                        "heading|CBB.111|Jordschakt, kategori A|null|null|null|null",
                        "item|CBB.111|Väg 123|m3|371700|118.00|43860600.00",
                        "item|CBB.111|Väg 124|m3|1234.5|99.5|122832.75",
                        "heading|CBB.12|Schakt för grund|null|null|null|null",
                        "item|CBB.12|Bro 1|m3|10|null|null"),
                bill.told());
        assertEquals(
                List.of(0, 5, 6, 6, 4, 5),
                bill.rows().stream().map(row -> row.depth()).toList());
        assertEquals(Layout.A, bill.report().layout());
        assertEquals("43983432.75", bill.report().total().toString());
        assertEquals(List.of(), bill.problems());
    }

    @Test
    void everyRowHasItsCodeInLayoutB() {
        Imported bill = Imported.rows(
                "CBB.111;;Jordschakt väg 1;m3;10;2;20",
                "CBB.111;;Jordschakt väg 2;m3;10;3;30",
                "DCB.2;;Bärlager;m2;4;5;20");
        assertEquals(Layout.B, bill.report().layout());
        assertEquals(3, bill.report().items());
        assertEquals(
                List.of(5, 5, 3), bill.rows().stream().map(row -> row.depth()).toList());
    }

    @Test
    void proseWithoutUnitAndQuantityBecomesRemarks() {
        Imported bill = Imported.rows(
                "BBB;;Undersökningar;;;;",
                ";;Arbetet omfattar allt som behövs.;;;;",
                ";;Samråd sker med beställaren.;;;;",
                "Prosa som hamnat i kodkolumnen.;;;;;;",
                ";;Inmätning;st;2;;");
        assertEquals(
                List.of("heading", "remark", "remark", "remark", "item"),
                bill.rows().stream().map(row -> row.kind().contractName()).toList());
        assertEquals(Layout.C, bill.report().layout());
    }

    @Test
    void threeDashesAreALumpSumAndFourAreIncludedElsewhere() {
        Imported bill = Imported.rows(
                "BCB;;Tillfälliga åtgärder;-;-;-;50 000",
                "BCB.1;;Utan pris ännu;-;-;-;",
                "BCB.2;;I en cell;---;;;1 000 kr",
                "BCB.3;;I alla celler;---;---;---;2 000",
                "BCB.4;;Tankstreck;–;—;−;3 000",
                "BCB.5;;Ingår;-;-;-;-",
                "BCB.6;;Ingår;----;;;",
                "BCB.7;;Ingår;;;;----",
                "BCB.8;;Ingår;----;----;----;----");
        assertEquals(
                List.of(
                        "lumpSum|BCB|Tillfälliga åtgärder|null|null|null|50000.00",
                        "lumpSum|BCB.1|Utan pris ännu|null|null|null|null",
                        "lumpSum|BCB.2|I en cell|null|null|null|1000.00",
                        "lumpSum|BCB.3|I alla celler|null|null|null|2000.00",
                        "lumpSum|BCB.4|Tankstreck|null|null|null|3000.00",
                        "includedElsewhere|BCB.5|Ingår|null|null|null|null",
                        "includedElsewhere|BCB.6|Ingår|null|null|null|null",
                        "includedElsewhere|BCB.7|Ingår|null|null|null|null",
                        "includedElsewhere|BCB.8|Ingår|null|null|null|null"),
                bill.told());
        assertEquals("56000.00", bill.report().total().toString());
        assertEquals(List.of(), bill.problems());
    }

    @Test
    void quantityZeroAsksForTheRateOnly() {
        Imported bill = Imported.rows(
                "CBB.1;;Regleringspris berg;m3;0;450;-", "CBB.1;;Utan pris;m3;0;;-", "CBB.1;;Streck;m3;-;12,5;-");
        assertEquals(
                List.of(
                        "rateOnly|CBB.1|Regleringspris berg|m3|0|450|null",
                        "rateOnly|CBB.1|Utan pris|m3|0|null|null",
                        "rateOnly|CBB.1|Streck|m3|0|12.5|null"),
                bill.told());
        assertEquals("0.00", bill.report().total().toString());
    }

    @Test
    void sumsAreCheckedAndAreNoItems() {
        Imported bill = Imported.rows(
                "B;;FÖRARBETEN;;;;",
                "BED.1;;Rivning;st;2;100;200",
                ";;Transport;;;;200,00",
                ";;Transport;;;;200,00",
                "BED.2;;Rivning av mur;m;3;10;30",
                ";;Summa B;;;;230",
                "C;;TERRASSERING;;;;",
                "CBB;;Transport av massor;m3;5;10;50",
                ";;;;;Delsumma;50",
                ";;;;;;50",
                ";;Summa C;;;;51",
                ";;SUMMA TOTALT;;;;281,00");
        assertEquals(3, bill.report().items());
        assertEquals("280.00", bill.report().total().toString());
        assertEquals("281.00", bill.report().declaredTotal().orElseThrow().toString());
        assertEquals(
                List.of(
                        "WARNING 12 G sum-differs [51.00, 50.00]",
                        "INFO 0 null sum-rows [7]",
                        "WARNING 13 G declared-total-differs [281.00, 280.00]"),
                bill.problems());
    }

    @Test
    void theHeaderBlockHasItsValuesBelowItsLabels() {
        Imported bill = Imported.csv(
                "DOKUMENT;;PROJEKT;;DOKUMENTNUMMER;DATUM;REV",
                "Mängdförteckning;;Vägen till Fixpunkt;;MF-01;2026-01-31;B",
                "STATUS;;UPPDRAGSNUMMER;;TOTALBELOPP;HANDLÄGGARE;SIDA",
                "Förfrågningsunderlag;;4711;;1 000,00 kr;K. Karta;1 (3)",
                "",
                "KOD;;TEXT;ENHET;MÄNGD;À-pris kr;Belopp SEK",
                "CBB;;Schakt;m3;100;10;1000",
                "DOKUMENT;;PROJEKT;;DOKUMENTNUMMER;DATUM;REV",
                "Mängdförteckning;;Vägen till Fixpunkt;;MF-01;2026-01-31;B",
                "STATUS;;UPPDRAGSNUMMER;;TOTALBELOPP;HANDLÄGGARE;SIDA",
                "Förfrågningsunderlag;;4711;;1 000,00 kr;K. Karta;2 (3)",
                "KOD;;TEXT;ENHET;MÄNGD;À-pris kr;Belopp SEK",
                "CBC;;Berg;m3;;;");
        assertEquals(
                Map.of(
                        HeaderField.TITLE, "Mängdförteckning",
                        HeaderField.PROJECT, "Vägen till Fixpunkt",
                        HeaderField.DOCUMENT_NUMBER, "MF-01",
                        HeaderField.DATE, "2026-01-31",
                        HeaderField.REVISION, "B",
                        HeaderField.STATUS, "Förfrågningsunderlag",
                        HeaderField.ASSIGNMENT_NUMBER, "4711",
                        HeaderField.TOTAL, "1000.00",
                        HeaderField.HANDLED_BY, "K. Karta",
                        HeaderField.PAGE, "1 (3)"),
                bill.report().header());
        assertEquals(2, bill.report().rows());
        assertEquals(List.of("WARNING 13 E quantity-missing", "INFO 0 null repeated-headings [5]"), bill.problems());
    }

    @Test
    void columnHeadingsAreKnownWithoutAccentsWithExoticSpacesAndOnSeveralRows() {
        Imported split =
                Imported.csv("Kod;Text;Enhet;Mängd;À-;Belopp", ";;;;pris;kr", ";;;;kr;", "CBB;Schakt;m3;2;3;6");
        assertEquals(List.of("item|CBB|Schakt|m3|2|3|6.00"), split.told());
        Imported spaced =
                Imported.csv("K\u2002O\u2004D;;T E X T;ENHET;MANGD;A\u2002PRIS;B\u2004ELOPP", "CBB;;Schakt;m3;2;3;6");
        assertEquals(List.of("item|CBB|Schakt|m3|2|3|6.00"), spaced.told());
        Imported decomposed = Imported.csv("KOD;TEXT;ENHET;MA\u0308NGD;A\u0300-PRIS;BELOPP", "CBB;A\u030Ater;m3;2;3;6");
        assertEquals(List.of("item|CBB|Åter|m3|2|3|6.00"), decomposed.told());
    }

    @Test
    void aHeadingMayShowItsSumAndALumpSumMayLackItsDashes() {
        Imported bill = Imported.rows(
                "B;;FÖRARBETEN;;;;300", "BCB.1;;Etablering;;;;100", "BED.1;;Rivning;;;;", ";;Mur;m;20;10;200");
        assertEquals(
                List.of(
                        "heading|B|FÖRARBETEN|null|null|null|null",
                        "lumpSum|BCB.1|Etablering|null|null|null|100.00",
                        "heading|BED.1|Rivning|null|null|null|null",
                        "item|BED.1|Mur|m|20|10|200.00"),
                bill.told());
        assertEquals(List.of("INFO 2 G sum-on-heading [300]", "INFO 3 G lump-sum-without-dashes"), bill.problems());
    }

    @Test
    void aRejectedRowIsNamedAndTheOthersAreImported() {
        Imported bill = Imported.rows(
                "CBB;;Bra;m3;1;1;1",
                "CBB;;Exponent;m3;1E3;1;",
                "CBB;;Ord;m3;ca 100;1;",
                "CBB;;Inget tal;m3;NaN;1;",
                "CBB;;Negativt pris;m3;1;-1;",
                "CBB;;För stort;m3;99999999999999;1;",
                "CBB;;Oändligt;m3;∞;1;",
                "CBB;;Referens;m3;1;#REF!;");
        assertEquals(1, bill.report().rows());
        assertEquals(
                List.of(
                        "ERROR 3 E number-exponent [1E3]",
                        "ERROR 4 E number-malformed [ca 100]",
                        "ERROR 5 E number-malformed [NaN]",
                        "ERROR 6 F negative-rate [-1]",
                        "ERROR 7 E number-too-large [99999999999999]",
                        "ERROR 8 E number-malformed [∞]",
                        "ERROR 9 F number-malformed [#REF!]"),
                bill.problems(Severity.ERROR));
    }

    @Test
    void amountsAreComparedWithOurs() {
        Imported bill = Imported.rows(
                "CBB;;Rätt;m3;3;0,335;1,01",
                "CBB;;Fel;m3;2;10;25",
                "CBB;;Hela kronor;m3;3;0,50;2",
                "CBB;;Utan à-pris;m3;2;;500");
        assertEquals(
                List.of(
                        "WARNING 3 G amount-differs [25.00, 20.00]",
                        "INFO 4 G amount-in-kronor [2.00, 1.50]",
                        "WARNING 5 G amount-not-derivable [500]"),
                bill.problems());
        assertEquals("22.51", bill.report().total().toString());
        assertEquals("0.005", bill.report().roundingDifference().toPlainString());
    }

    @Test
    void unknownColumnsAreMentionedOnce() {
        Imported bill = Imported.csv(
                "KOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP;Kostnadsbärare VA;",
                "CBB;Schakt;m3;1;1;1;50 %;x",
                "CBB;Schakt;m3;1;1;1;50 %;");
        assertTrue(bill.problems().contains("INFO 2 G column-ignored [Kostnadsbärare VA, 2]"));
        assertTrue(bill.problems().contains("INFO 2 H column-ignored [H, 1]"));
    }
}
