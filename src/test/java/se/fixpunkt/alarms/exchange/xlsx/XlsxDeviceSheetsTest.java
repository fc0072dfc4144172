package se.fixpunkt.alarms.exchange.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.UnreadableWorkbook;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.InvalidValue.Fault;

class XlsxDeviceSheetsTest {
    private static final String BOOK =
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>";
    private static final String RELATIONS =
            "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"sheet1.xml\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
    private static final DeviceRow HOSTILE = new DeviceRow(
            2,
            Map.of(
                    DeviceColumn.PROTOCOL, "scaip",
                    DeviceColumn.IDENTITY, "00123",
                    DeviceColumn.NAME, "=HYPERLINK(\"http://x\")",
                    DeviceColumn.PERSON, "+46 & <b>Åsa</b> _x000D_",
                    DeviceColumn.ADDRESS, "@SUM(1)\r\nrad två\tefter",
                    DeviceColumn.INSTRUCTIONS, "-1+1\u0001",
                    DeviceColumn.KEY, "hemlig"));

    private final XlsxDeviceSheets sheets = new XlsxDeviceSheets();

    @Test
    void whatWasWrittenIsReadTheSameAndKeysAreNotWritten() {
        byte[] file = sheets.write(List.of(HOSTILE));
        DeviceRow read = sheets.read(file).rows().get(0);
        for (DeviceColumn column : DeviceColumn.values()) {
            String expected =
                    column == DeviceColumn.KEY ? "" : HOSTILE.cell(column).orElse("");
            assertEquals(expected, read.cell(column).orElse(""), column.wire());
        }
        assertEquals(2, read.number());
        assertArrayEquals(file, sheets.write(List.of(HOSTILE)));
    }

    @Test
    void anotherProgramSeesTextAndNoFormulas() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheets.write(List.of(HOSTILE))))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertEquals(CellType.STRING, cell.getCellType());
                }
            }
            assertEquals(
                    "=HYPERLINK(\"http://x\")",
                    book.getSheetAt(0).getRow(1).getCell(2).getStringCellValue());
            assertEquals("00123", book.getSheetAt(0).getRow(1).getCell(1).getStringCellValue());
        }
    }

    @Test
    void aWorkbookOfAnotherProgramIsReadWhateverTheOrderOfItsColumns() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Blad1");
            Row heading = sheet.createRow(0);
            heading.createCell(0).setCellValue("NAMN");
            heading.createCell(1).setCellValue("Egen kolumn");
            heading.createCell(2).setCellValue("Protokoll");
            heading.createCell(3).setCellValue("identity");
            heading.createCell(4).setCellValue("supervisionSeconds");
            Row device = sheet.createRow(4);
            device.createCell(0).setCellValue("Bod 3");
            device.createCell(1).setCellValue("spelar ingen roll");
            device.createCell(2).setCellValue("dc09");
            device.createCell(3).setCellValue(1234);
            device.createCell(4).setCellFormula("60*3");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(file);
        }
        List<DeviceRow> rows = sheets.read(file.toByteArray()).rows();
        assertEquals(1, rows.size());
        DeviceRow row = rows.get(0);
        assertEquals(5, row.number());
        assertEquals("1234", row.cell(DeviceColumn.IDENTITY).orElseThrow());
        assertEquals("180", row.cell(DeviceColumn.SUPERVISION).orElseThrow());
        assertFalse(row.cell(DeviceColumn.PERSON).isPresent(), "a column that is not there says nothing");
    }

    @Test
    void headingsAreReadHoweverTheirWordsAreSetApart() throws IOException {
        byte[] file = workbook(
                row(1, "PROTOCOL", "Identity\u00a0", "name", "Person or site", "Contact 1 telephone", "on_test_until")
                        + row(2, "SOS Access", " 1234567\u00a0", "Kiosk", "Greta", "112", ""));

        DeviceRow row = sheets.read(file).rows().get(0);

        assertEquals("1234567", row.cell(DeviceColumn.IDENTITY).orElseThrow());
        assertEquals("Greta", row.cell(DeviceColumn.PERSON).orElseThrow());
        assertEquals("112", row.cell(DeviceColumn.PHONE_1).orElseThrow());
        assertEquals("", row.cell(DeviceColumn.ON_TEST).orElseThrow());
    }

    /** Numbers puts a sheet about its export first, and a table's name above its headings; people do the like. */
    @Test
    void aTitleAboveTheHeadingsAndASheetBeforeThemAreNoObstacle() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("Exportsammanfattning").createRow(0).createCell(0).setCellValue("Innehåll");
            var sheet = book.createSheet("Enheter");
            sheet.createRow(0).createCell(0).setCellValue("Våra larm 2026");
            String[] headings = {"Protokoll", "Identitet", "Namn"};
            String[] device = {"scaip", "0012", "Armband"};
            Row heading = sheet.createRow(2);
            Row first = sheet.createRow(3);
            for (int i = 0; i < headings.length; i++) {
                heading.createCell(i).setCellValue(headings[i]);
                first.createCell(i).setCellValue(device[i]);
                sheet.createRow(900 + i).createCell(i).setBlank();
            }
            book.write(file);
        }
        List<DeviceRow> rows = sheets.read(file.toByteArray()).rows();

        assertEquals(1, rows.size());
        assertEquals(4, rows.get(0).number());
        assertEquals("0012", rows.get(0).cell(DeviceColumn.IDENTITY).orElseThrow());
    }

    @Test
    void zerosThatPeopleSeeAreRead() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Blad1");
            Row heading = sheet.createRow(0);
            heading.createCell(0).setCellValue("Protokoll");
            heading.createCell(1).setCellValue("Identitet");
            heading.createCell(2).setCellValue("Namn");
            var zeros = book.createCellStyle();
            zeros.setDataFormat(book.createDataFormat().getFormat("00000000"));
            Row device = sheet.createRow(1);
            device.createCell(0).setCellValue("scaip");
            device.createCell(1).setCellValue(12345);
            device.getCell(1).setCellStyle(zeros);
            device.createCell(2).setCellValue(7);
            book.write(file);
        }
        DeviceRow row = sheets.read(file.toByteArray()).rows().get(0);

        assertEquals("00012345", row.cell(DeviceColumn.IDENTITY).orElseThrow());
        assertEquals("7", row.cell(DeviceColumn.NAME).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "59.329300000000003,59.3293",
        "18.068599999999999,18.0686",
        "1.2345678E7,12345678",
        "12345678,12345678",
        "-0.10000000000000001,-0.1"
    })
    void numbersAreReadAsFarAsASpreadsheetKnowsThem(String stored, String meant) throws IOException {
        byte[] file = workbook(row(1, "Protokoll", "Identitet", "Namn", "Latitud")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>dc09</v></c><c r=\"D2\"><v>" + stored + "</v></c></row>");

        assertEquals(
                meant,
                sheets.read(file).rows().get(0).cell(DeviceColumn.LATITUDE).orElseThrow());
    }

    @Test
    void anIdentityWhoseLastDigitsASpreadsheetHasLostIsNone() throws IOException {
        byte[] file = workbook(row(1, "Protokoll", "Identitet", "Namn")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>scaip</v></c><c r=\"B2\"><v>1234567890123450</v></c></row>");
        String identity =
                sheets.read(file).rows().get(0).cell(DeviceColumn.IDENTITY).orElseThrow();

        assertThrows(InvalidValue.class, () -> DeviceIdentity.of(Protocol.SCAIP, identity), identity);
    }

    @ParameterizedTest
    @CsvSource({
        "701234567,0701234567",
        "46701234567,+46701234567",
        "4.6701234567E10,+46701234567",
        "112,112",
        "1177,1177"
    })
    void aTelephoneNumberThatASpreadsheetTookForANumberCanBeDialled(String stored, String phone) throws IOException {
        byte[] file = workbook(row(1, "Protokoll", "Identitet", "Namn", "Kontakt 1 telefon", "Kontakt 2 telefon")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>dc09</v></c><c r=\"D2\"><v>" + stored
                + "</v></c><c r=\"E2\" t=\"str\"><v>701234567</v></c></row>");
        DeviceRow row = sheets.read(file).rows().get(0);

        assertEquals(phone, row.cell(DeviceColumn.PHONE_1).orElseThrow());
        assertEquals("701234567", row.cell(DeviceColumn.PHONE_2).orElseThrow(), "what is text was written so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"812345678", "8123456", "462220000", "4520123456", "-12", "0.5"})
    void aTelephoneNumberThatMayHaveLostItsZeroIsRefused(String stored) throws IOException {
        byte[] file = workbook(row(1, "Protokoll", "Identitet", "Namn", "Kontakt 1 telefon")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>dc09</v></c><c r=\"D2\"><v>" + stored + "</v></c></row>");

        assertEquals(List.of(new Fault("contacts", "not-text")), faults(file, 2));
    }

    @Test
    void aTelephoneNumberThatAFormatShowsWithItsZeroIsWhole() throws IOException {
        byte[] file = styled(
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0000000000\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"164\"/></cellXfs>",
                row(1, "Protokoll", "Identitet", "Namn", "Kontakt 1 telefon")
                        + "<row r=\"2\"><c r=\"D2\" s=\"0\"><v>812345678</v></c></row>");
        DeviceRow row = sheets.read(file).rows().get(0);

        assertEquals("0812345678", row.cell(DeviceColumn.PHONE_1).orElseThrow());
        assertEquals(List.of(), row.faults());
    }

    /** What Excel makes of accounts such as 12E3, 0006E6, DEC1 and 0E12, and the format that it gives the cell. */
    @ParameterizedTest
    @CsvSource({
        "12000,11,''",
        "6E+6,11,''",
        "0,48,''",
        "46357,16,''",
        "0.5,20,''",
        "46357,164,d\\-mmm",
        "46357,164,yyyy/mm/dd;@",
        "0.125,164,[h]:mm",
        "12000,164,0.00E+00",
        "1E100,0,''"
    })
    void anAccountThatASpreadsheetMadeANumberOfIsRefused(String stored, int format, String code) throws IOException {
        String formats = code.isEmpty() ? "" : "<numFmt numFmtId=\"164\" formatCode=\"" + code + "\"/>";
        for (String column : List.of("B", "C", "D")) {
            byte[] file = styled(
                    "<numFmts>" + formats + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"" + format
                            + "\"/></cellXfs>",
                    row(1, "Protokoll", "Identitet", "Nyckel", "Namn") + "<row r=\"2\"><c r=\"" + column
                            + "2\" s=\"1\"><v>" + stored + "</v></c></row>");
            String named = Map.of("B", "identity", "C", "key", "D", "cells").get(column);

            assertEquals(List.of(new Fault(named, "not-text")), faults(file, 2), column);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "#,##0 \"dygn\"", "[Red]0", "000000\\-0000", "0_d", "# ?/?", "[$-41D]0"})
    void aFormatOfDigitsIsNone(String code) throws IOException {
        byte[] file = styled(
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"" + code.replace("\"", "&quot;")
                        + "\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs>",
                row(1, "Protokoll", "Identitet", "Namn")
                        + "<row r=\"2\"><c r=\"B2\" s=\"0\"><v>8501011234</v></c></row>");

        assertEquals(List.of(), faults(file, 2));
    }

    @Test
    void aMomentIsCountedFromTheDayThatTheWorkbookSays() throws IOException {
        String rows = row(1, "Protokoll", "Identitet", "Namn", "På prov till")
                + "<row r=\"2\"><c r=\"D2\" s=\"0\"><v>44884.5</v></c></row>";
        String styles = "<cellXfs><xf numFmtId=\"22\"/></cellXfs>";
        Map<String, String> from1904 = new HashMap<>(parts(rows, styles));
        from1904.computeIfPresent(
                "xl/workbook.xml", (name, book) -> book.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));

        assertEquals("44884.5", onTest(styled(styles, rows)));
        assertEquals("46346.5", onTest(zip(from1904)));
    }

    private String onTest(byte[] file) {
        DeviceRow row = sheets.read(file).rows().get(0);
        assertEquals(List.of(), row.faults());
        return row.cell(DeviceColumn.ON_TEST).orElseThrow();
    }

    @Test
    void aFormulaWithoutAResultIsNoEmptyCell() throws IOException {
        String result = "<c r=\"D2\"><f>C2</f><v>7</v></c>";
        String empty = "<c r=\"D2\" t=\"str\"><f>C2</f><v></v></c>";
        String none = "<c r=\"D2\"><f>CONCATENATE(B2,\" \",C2)</f></c>";
        String emptied = "<c r=\"D2\"><f>C2</f><v></v></c>";
        String notString = "<c r=\"D2\" t=\"str\"><f>C2</f></c>";
        String failed = "<c r=\"D2\" t=\"e\"><f>C2</f><v>#SPILL!</v></c>";

        assertEquals(List.of(), formula(result));
        assertEquals(List.of(), formula(empty));
        assertEquals(List.of(new Fault("formula", "without-result")), formula(none));
        assertEquals(List.of(new Fault("formula", "without-result")), formula(emptied));
        assertEquals(List.of(new Fault("formula", "without-result")), formula(notString));
        assertEquals(List.of(new Fault("formula", "failed")), formula(failed));
        assertEquals(List.of(), formula(none.replace("D2", "E2")), "a column that is not read");
    }

    @Test
    void aFormulaThatAnotherProgramDidNotReckonIsNoEmptyCell() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheets.write(List.of(HOSTILE))))) {
            book.getSheetAt(0).createRow(2).createCell(3).setCellFormula("CONCATENATE(C2,B2)");
            book.write(file);
        }
        assertEquals(List.of(new Fault("formula", "without-result")), faults(file.toByteArray(), 3));
    }

    private List<Fault> formula(String cell) throws IOException {
        return faults(
                workbook(row(1, "Protokoll", "Identitet", "Namn", "Adress", "Eget") + "<row r=\"2\">"
                        + "<c r=\"A2\" t=\"str\"><v>dc09</v></c>" + cell + "</row>"),
                2);
    }

    @Test
    void whatPeopleSeeInMergedCellsIsReadInEveryRow() throws IOException {
        byte[] file = zip(
                parts(
                        "<worksheet><sheetData>" + row(1, "Protokoll", "Identitet", "Namn", "Grupp", "Adress")
                                + row(2, "dc09", "1001", "Rum 1", "Björken", "Storgatan 1")
                                + row(3, "dc09", "1002", "Rum 2")
                                + row(4, "dc09", "1003", "Rum 3")
                                + "<row r=\"5\"><c r=\"D5\" s=\"1\"/></row>"
                                + "</sheetData><mergeCells count=\"2\"><mergeCell ref=\"D2:D5\"/><mergeCell ref=\"E2:E3\"/></mergeCells></worksheet>"));
        List<DeviceRow> rows = sheets.read(file).rows();

        assertEquals(3, rows.size(), "a row with nothing of its own is none");
        assertEquals("Björken", rows.get(1).cell(DeviceColumn.GROUP).orElseThrow());
        assertEquals("Storgatan 1", rows.get(1).cell(DeviceColumn.ADDRESS).orElseThrow());
        assertEquals("Björken", rows.get(2).cell(DeviceColumn.GROUP).orElseThrow());
        assertEquals("", rows.get(2).cell(DeviceColumn.ADDRESS).orElseThrow());
    }

    @Test
    void cellsThatAreMergedAcrossColumnsAreRefused() throws IOException {
        byte[] file = zip(parts(
                "<worksheet><sheetData>" + row(1, "Protokoll", "Identitet", "Namn", "", "Adress", "Person eller plats")
                        + row(2, "dc09", "1001", "Rum 1", "", "Storgatan 1")
                        + row(3, "dc09", "1002", "Rum 2", "", "Storgatan 2", "Greta")
                        + row(4, "dc09", "1003", "Rum 3")
                        + "</sheetData><mergeCells><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"C2:D2\"/><mergeCell ref=\"E2:F2\"/>"
                        + "<mergeCell ref=\"E4:F4\"/></mergeCells></worksheet>"));

        assertEquals(List.of(new Fault("cells", "merged")), faults(file, 2));
        assertEquals(List.of(), faults(file, 3));
        assertEquals(List.of(), faults(file, 4), "nothing is shown there");
        assertEquals(List.of(), sheets.read(file).unread());
    }

    @Test
    void mergedRangesThatCannotBeAreADamagedFile() throws IOException {
        String rows = list(2_000);
        String everything = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(50_000);
        assertEquals(
                "damaged",
                refused(zip(parts("<worksheet><sheetData>" + rows + "</sheetData>" + everything + "</worksheet>"))));
        assertEquals("damaged", refused(zip(parts("<worksheet><sheetData/><mergeCell ref=\"hej\"/></worksheet>"))));
    }

    /** Exports of some web systems call their main part so. */
    @Test
    void theMainPartIsWhereThePackageSaysItIs() throws IOException {
        String rows = row(1, "Protokoll", "Identitet", "Namn") + row(2, "dc09", "1001", "Rum 1");
        for (String target : List.of("book/workbook2.xml", "/book/workbook2.xml")) {
            byte[] file = zip(Map.of(
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"" + target
                            + "\"/></Relationships>",
                    "book/workbook2.xml",
                    BOOK,
                    "book/_rels/workbook2.xml.rels",
                    RELATIONS.replace("sheet1.xml", "../sheets/./sheet1.xml"),
                    "sheets/sheet1.xml",
                    "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));

            assertEquals(1, sheets.read(file).rows().size());
        }
    }

    @Test
    void headingsThatAreNotReadAreTold() throws IOException {
        byte[] file = workbook(row(1, "Protokoll", "Nycklar", "Identitet", "Namn", " Egen kolumn ", "namn"));

        assertEquals(
                List.of("Nycklar", "Egen kolumn", "namn"), sheets.read(file).unread());
    }

    @Test
    void whatIsNoWorkbookIsRefusedByName() throws IOException {
        assertEquals("not-a-workbook", refused("Protokoll;Identitet".getBytes(StandardCharsets.UTF_8)));
        assertEquals("not-a-workbook", refused(zip(Map.of("hej.txt", "hej"))));
        byte[] whole = sheets.write(List.of(HOSTILE));
        assertEquals("damaged", refused(Arrays.copyOf(whole, whole.length / 2)));
        assertEquals("columns", refused(workbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>Namn</t></is></c></row>")));
    }

    @Test
    void entitiesAreForbidden() throws IOException {
        byte[] file = zip(parts("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>"));
        assertEquals("forbidden", refused(file));
    }

    @Test
    void aBombIsStoppedByWhatComesOut() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int megabyte = 0; megabyte < 41; megabyte++) {
                zip.write(blanks);
            }
        }
        assertEquals("too-large", refused(file.toByteArray()));
    }

    @Test
    void aListThatOneCommitCannotCarryIsToldToBeDivided() throws IOException {
        assertEquals(
                DeviceFiles.ROWS,
                sheets.read(workbook(list(DeviceFiles.ROWS))).rows().size());
        assertEquals("too-many-rows", refused(workbook(list(DeviceFiles.ROWS + 1))));
        assertEquals("too-many-rows", refused(workbook(list(20_001))));
    }

    private static String list(int devices) {
        StringBuilder rows = new StringBuilder(row(1, "Protokoll", "Identitet", "Namn"));
        for (int i = 1; i <= devices; i++) {
            rows.append(row(i + 1, "scaip", Integer.toString(i), "Armband"));
        }
        return rows.toString();
    }

    private String refused(byte[] file) {
        return String.valueOf(assertThrows(UnreadableWorkbook.class, () -> sheets.read(file))
                .details()
                .get("reason"));
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private List<Fault> faults(byte[] file, int row) {
        return sheets.read(file).rows().stream()
                .filter(one -> one.number() == row)
                .findFirst()
                .orElseThrow()
                .faults();
    }

    /** @param styles what stands in that part */
    private static byte[] styled(String styles, String rows) throws IOException {
        return zip(parts(rows, styles));
    }

    private static Map<String, String> parts(String rows, String styles) {
        Map<String, String> parts = new HashMap<>(parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
        parts.put("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
        return parts;
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static Map<String, String> parts(String sheet) {
        return Map.of("xl/workbook.xml", BOOK, "xl/_rels/workbook.xml.rels", RELATIONS, "xl/sheet1.xml", sheet);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file.toByteArray();
    }
}
