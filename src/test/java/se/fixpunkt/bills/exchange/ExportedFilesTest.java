package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.BillWriter;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.exchange.csv.CsvFormat;
import se.fixpunkt.bills.exchange.xlsx.XlsxFormat;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** What other programs find in the files that we write. */
class ExportedFilesTest {
    private static final List<BillRow> ROWS = List.of(
            BillRow.heading(0, new Code("C"), "TERRASSERING"),
            BillRow.item(
                    1,
                    new Code("CBB"),
                    "=HYPERLINK(\"http://x\")",
                    "m3",
                    new Quantity(new BigDecimal("1234.50")),
                    new UnitRate(new BigDecimal("2"))),
            BillRow.lumpSum(1, new Code("CBC"), "@Etablering", null),
            BillRow.item(1, new Code("CBD"), "Stort", "m", new Quantity(new BigDecimal("1234567890123.123456")), null));

    @Test
    void anotherLibraryReadsRealNumbersFrozenHeadingsAndTextThatIsNeverAFormula() throws IOException {
        byte[] file = written(XlsxFormat.writer());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertEquals("Mängdförteckning", sheet.getSheetName());
            assertEquals("DOKUMENT", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals("MF väg", sheet.getRow(1).getCell(0).getStringCellValue());
            assertEquals("À-PRIS", sheet.getRow(3).getCell(4).getStringCellValue());
            assertEquals(4, sheet.getPaneInformation().getHorizontalSplitTopRow());
            assertEquals(CellType.STRING, sheet.getRow(5).getCell(1).getCellType());
            assertEquals(CellType.NUMERIC, sheet.getRow(5).getCell(3).getCellType());
            assertEquals(
                    "1,234.50",
                    new DataFormatter(java.util.Locale.ENGLISH)
                            .formatCellValue(sheet.getRow(5).getCell(3)));
            assertEquals("-", sheet.getRow(6).getCell(2).getStringCellValue());
            assertEquals("1234567890123,123456", sheet.getRow(7).getCell(3).getStringCellValue());
            assertEquals("Summa C", sheet.getRow(8).getCell(1).getStringCellValue());
            assertEquals("SUMMA TOTALT", sheet.getRow(9).getCell(1).getStringCellValue());
            assertEquals(2469, sheet.getRow(9).getCell(5).getNumericCellValue());
            assertEquals(true, sheet.isColumnHidden(6));
        }
    }

    @Test
    void textHasAByteOrderMarkDecimalCommasAndGuardedFormulas() {
        assertEquals(
                String.join(
                        "\r\n",
                        "\uFEFFDOKUMENT;;;;;;;",
                        "MF väg;;;;;;;",
                        ";;;;;;;",
                        "KOD;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP;RADTYP;NIVÅ",
                        "C;TERRASSERING;;;;;heading;0",
                        "CBB;\"'=HYPERLINK(\"\"http://x\"\")\";m3;1234,50;2;2469,00;item;1",
                        "CBC;'@Etablering;-;-;-;;lumpSum;1",
                        "CBD;Stort;m;1234567890123,123456;;;item;1",
                        ";Summa C;;;;2469,00;sum;",
                        ";SUMMA TOTALT;;;;2469,00;sum;",
                        ""),
                new String(written(CsvFormat.writer()), StandardCharsets.UTF_8));
    }

    @Test
    void theSameBillGivesTheSameBytes() {
        assertArrayEquals(written(XlsxFormat.writer()), written(XlsxFormat.writer()));
    }

    private static byte[] written(BillWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(Map.of(HeaderField.TITLE, "MF väg"), ROWS.iterator(), out);
        return out.toByteArray();
    }
}
