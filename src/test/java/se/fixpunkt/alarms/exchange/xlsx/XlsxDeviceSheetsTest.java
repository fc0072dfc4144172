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
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.UnreadableWorkbook;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.alarms.domain.DeviceRow;

class XlsxDeviceSheetsTest {
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
        DeviceRow read = sheets.read(file).get(0);
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
        List<DeviceRow> rows = sheets.read(file.toByteArray());
        assertEquals(1, rows.size());
        DeviceRow row = rows.get(0);
        assertEquals(5, row.number());
        assertEquals("1234", row.cell(DeviceColumn.IDENTITY).orElseThrow());
        assertEquals("180", row.cell(DeviceColumn.SUPERVISION).orElseThrow());
        assertFalse(row.cell(DeviceColumn.PERSON).isPresent(), "a column that is not there says nothing");
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

    private String refused(byte[] file) {
        return String.valueOf(assertThrows(UnreadableWorkbook.class, () -> sheets.read(file))
                .details()
                .get("reason"));
    }

    private static byte[] workbook(String rows) throws IOException {
        return zip(parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"));
    }

    private static Map<String, String> parts(String sheet) {
        return Map.of(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"sheet1.xml\"/></Relationships>",
                "xl/sheet1.xml",
                sheet);
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
