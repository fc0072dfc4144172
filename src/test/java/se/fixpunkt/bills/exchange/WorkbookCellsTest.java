package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fixpunkt.bills.exchange.RawWorkbook.headings;
import static se.fixpunkt.bills.exchange.RawWorkbook.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Cells as spreadsheet programs store them, written by another library and by hand. */
class WorkbookCellsTest {

    @Test
    void binaryNoiseIsNoPartOfANumber() {
        Imported bill = RawWorkbook.sheet(headings(1)
                        + row(2, "B", "Sex", "m", "#6.6600000000000001", "#0.30000000000000004", "#2.0")
                        + row(3, "B", "Text", "m", "6,66", "0.3", "")
                        + row(4, "B", "Exponent i cellen", "m", "#1.5E3", "#1E-2", "")
                        + row(5, "B", "Tredjedel", "m", "#33.333333333333336", "#1", ""))
                .imported();
        assertEquals(
                List.of(
                        "item|B|Sex|m|6.66|0.3|2.00",
                        "item|B|Text|m|6.66|0.3|2.00",
                        "item|B|Exponent i cellen|m|1500|0.01|15.00",
                        "item|B|Tredjedel|m|33.333333|1|33.33"),
                bill.told());
        assertEquals(List.of("WARNING 5 D quantity-rounded [33.3333333333333, 33.333333]"), bill.problems());
    }

    @Test
    void errorsAndUnstoredFormulasAreNamed() {
        Imported bill = RawWorkbook.sheet(headings(1)
                        + row(2, "B", "Fel i mängd", "m", "!#REF!", "#1", "")
                        + row(3, "B", "Fel i belopp", "m", "#2", "#1", "!#VALUE!")
                        + row(4, "B", "Utan värde", "m", "<f>A1*2</f>", "#1", "")
                        + row(5, "B", "Belopp utan värde", "m", "#2", "#1", "<f>D5*E5</f>")
                        + row(6, "B", "Med värde", "m", "<f>1+1</f><v>2</v>", "#1", "<f>D6*E6</f><v>2</v>")
                        + row(7, "", "", "", "", "", "<f>D7*E7</f><v>0</v>")
                        + row(8, "", "", "", "", "", "<f>D8*E8</f>"))
                .imported();
        assertEquals(3, bill.report().rows());
        assertEquals(
                List.of(
                        "ERROR 2 D error-value [#REF!]",
                        "WARNING 3 F amount-unreadable [#VALUE!]",
                        "ERROR 4 D formula-without-value []",
                        "INFO 0 null formulas-without-value [3]",
                        "INFO 0 null formulas [3]"),
                bill.problems());
    }

    @Test
    void theStrictFormAndPrefixedNamesAreTheSameWorkbook() {
        String prefixed = "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                + (headings(1) + row(2, "B", "Rad", "m", "#1", "#2", "#2"))
                        .replace("</", "</x:")
                        .replaceAll("<(?=[a-z])", "<x:")
                + "</x:sheetData></x:worksheet>";
        assertEquals(
                List.of("item|B|Rad|m|1|2|2.00"),
                RawWorkbook.sheetXml(prefixed).imported().told());
    }

    @Test
    void phoneticHintsAndRichTextAreReadAsPlainText() {
        String strings =
                "<sst><si><r><t>Jord</t></r><r><rPr><b/></rPr><t>schakt</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>";
        Imported bill = RawWorkbook.sheet(
                        headings(1)
                                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>B</t></is></c><c r=\"B2\" t=\"s\"><v>0</v></c></row>")
                .with("xl/sharedStrings.xml", strings)
                .imported();
        assertEquals(List.of("heading|B|Jordschakt|null|null|null|null"), bill.told());
    }

    @Test
    void aDateInPlaceOfANumberIsNamed() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("MF");
            table(sheet, 0);
            Row row = sheet.getRow(1);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            Row spoiled = item(sheet, 2, 45_000);
            spoiled.getCell(3).setCellStyle(date);
            assertEquals("CBB", row.getCell(0).getStringCellValue());
            assertEquals(
                    List.of("ERROR 3 D date-as-number [2023-03-15]"),
                    imported(workbook).problems());
        }
    }

    @Test
    void everySheetWithATableIsReadAndTheOthersAreMentioned() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Försättsblad").createRow(0).createCell(0).setCellValue("Mängdförteckning");
            table(workbook.createSheet("Väg"), 4);
            table(workbook.createSheet("Bro"), 0);
            table(workbook.createSheet("Gammal"), 0);
            workbook.createSheet("Tomt");
            workbook.setSheetHidden(3, true);
            Imported bill = imported(workbook);
            assertEquals(2, bill.report().rows());
            assertEquals(
                    List.of("INFO 0 null sheet-without-table [Försättsblad]", "INFO 0 null hidden-sheet [Gammal]"),
                    bill.problems());
        }
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndMentioned() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("MF");
            table(sheet, 0);
            item(sheet, 2, 5).setZeroHeight(true);
            sheet.setColumnHidden(4, true);
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 1));
            Imported bill = imported(workbook);
            assertEquals(2, bill.report().rows());
            assertTrue(
                    bill.problems().containsAll(List.of("INFO 0 null hidden-rows [1]", "INFO 0 E hidden-column [E]")));
        }
    }

    private static void table(Sheet sheet, int firstRow) {
        Row headings = sheet.createRow(firstRow);
        List<String> names = List.of("KOD", "TEXT", "ENHET", "MÄNGD", "À-PRIS", "BELOPP");
        for (int column = 0; column < names.size(); column++) {
            headings.createCell(column).setCellValue(names.get(column));
        }
        item(sheet, firstRow + 1, 2);
    }

    private static Row item(Sheet sheet, int number, int quantity) {
        Row row = sheet.createRow(number);
        row.createCell(0).setCellValue("CBB");
        row.createCell(1).setCellValue("Schakt");
        row.createCell(2).setCellValue("m3");
        row.createCell(3).setCellValue(quantity);
        row.createCell(4).setCellValue(3);
        return row;
    }

    private static Imported imported(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return Imported.bytes(out.toByteArray());
    }
}
