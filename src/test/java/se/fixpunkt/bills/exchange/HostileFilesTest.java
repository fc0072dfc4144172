package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.fixpunkt.bills.exchange.RawWorkbook.headings;
import static se.fixpunkt.bills.exchange.RawWorkbook.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.bills.domain.ImportProblem.Severity;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.domain.UnreadableFile.Reason;

/** Files that are broken, lie, or want to do harm. */
class HostileFilesTest {
    private static final String ITEM = row(2, "CBB", "Schakt", "m3", "#2", "#3", "#6");

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        RawWorkbook bomb = RawWorkbook.sheet("").with("xl/worksheets/sheet1.xml", zip -> {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 64; i++) {
                zip.write(spaces);
            }
        });
        assertEquals(Reason.UNPACKS_TOO_LARGE, reason(bomb.bytes()));
    }

    @Test
    void aBombAmongTheSharedStringsIsRefused() {
        RawWorkbook bomb = RawWorkbook.sheet(headings(1) + ITEM).with("xl/sharedStrings.xml", zip -> {
            zip.write("<sst><si><t>".getBytes(StandardCharsets.UTF_8));
            byte[] letters = new byte[1 << 20];
            Arrays.fill(letters, (byte) 'x');
            for (int i = 0; i < 64; i++) {
                zip.write(letters);
            }
        });
        assertEquals(Reason.UNPACKS_TOO_LARGE, reason(bomb.bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/evil.dtd\">",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
            })
    void documentTypesAndEntitiesAreRefused(String doctype) {
        String sheet = doctype + "<worksheet xmlns=\"" + RawWorkbook.MAIN + "\"><sheetData>" + headings(1) + ITEM
                + "</sheetData></worksheet>";
        assertEquals(Reason.FORBIDDEN_XML, reason(RawWorkbook.sheetXml(sheet).bytes()));
    }

    @Test
    void stylesCopiedDownToTheLastRowChangeNothing() {
        RawWorkbook styled = RawWorkbook.sheet("").with("xl/worksheets/sheet1.xml", zip -> {
            StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + RawWorkbook.MAIN + "\"><sheetData>");
            xml.append(headings(1)).append(ITEM);
            for (int row = 3; row <= 1_048_576; row++) {
                xml.append("<row r=\"").append(row).append("\" s=\"4\" customFormat=\"1\">");
                for (char column = 'A'; column <= 'F'; column++) {
                    xml.append("<c r=\"").append(column).append(row).append("\" s=\"4\"/>");
                }
                xml.append("</row>");
                if (xml.length() > 1 << 20) {
                    zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
                    xml.setLength(0);
                }
            }
            xml.append("</sheetData></worksheet>");
            zip.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        });
        Imported bill = styled.imported();
        assertEquals(List.of("item|CBB|Schakt|m3|2|3|6.00"), bill.told());
        assertEquals(List.of(), bill.problems());
    }

    @Test
    void sixteenThousandColumnsAreMentionedAndOnlyTheFirstAreRead() {
        StringBuilder wide = new StringBuilder("<row r=\"3\">");
        for (int column = 0; column < 16_384; column++) {
            wide.append("<c t=\"inlineStr\"><is><t>x</t></is></c>");
        }
        Imported bill = RawWorkbook.sheet(headings(1) + ITEM + wide + "</row>").imported();
        assertTrue(bill.problems().contains("INFO 0 null columns-beyond [AMJ]"));
        assertTrue(bill.report().problemCount() < 300);
    }

    @Test
    void aTruncatedWorkbookIsDamaged() {
        byte[] whole = RawWorkbook.sheet(headings(1) + ITEM).bytes();
        for (int length = 4; length < whole.length - 1; length += 97) {
            assertEquals(Reason.DAMAGED, reason(Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void brokenXmlIsDamaged() {
        String start = "<worksheet xmlns=\"" + RawWorkbook.MAIN + "\"><sheetData>";
        for (String xml : List.of(
                start + "<row><c>" + headings(1) + ITEM + "</sheetData></worksheet>",
                start + "<row>&nbsp;</row>" + headings(1) + ITEM + "</sheetData></worksheet>",
                start + headings(1) + ITEM,
                start + headings(1) + ITEM + "<row r=\"3\"><c r=\"A3\"")) {
            assertEquals(Reason.DAMAGED, reason(RawWorkbook.sheetXml(xml).bytes()), xml);
        }
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        assertEquals(Reason.EMPTY, reason(new byte[0]));
        assertEquals(Reason.PDF, reason("%PDF-1.7\n%âãÏÓ"));
        assertEquals(Reason.HTML, reason("<html><table><tr><td>KOD</td></tr></table></html>"));
        assertEquals(Reason.HTML, reason("\uFEFF\r\n<!DOCTYPE html>"));
        assertEquals(Reason.XML, reason("<?xml version=\"1.0\"?><Workbook/>"));
        assertEquals(Reason.OLD_EXCEL, reason(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0}));
        assertEquals(Reason.ENCRYPTED, reason(encrypted()));
        assertEquals(Reason.OPEN_DOCUMENT, reason(zip("mimetype", "content.xml")));
        assertEquals(Reason.NOT_A_WORKBOOK, reason(zip("[Content_Types].xml", "word/document.xml")));
        assertEquals(Reason.NOT_A_WORKBOOK, reason(zip("picture.jpg")));
        assertEquals(Reason.BINARY_EXCEL, reason(zip("[Content_Types].xml", "xl/workbook.bin")));
        assertEquals(Reason.UNKNOWN_FORMAT, reason(new byte[] {1, 2, 3, 4, 0, 9}));
        assertEquals(Reason.NO_TABLE, reason("Bara;lite;text\r\nutan;tabell;alls"));
        assertEquals(Reason.NO_ROWS, reason("KOD;TEXT;ENHET;MÄNGD\r\n"));
    }

    @Test
    void whenEveryRowIsRejectedTheReasonsAreKept() {
        byte[] file = "KOD;TEXT;ENHET;MÄNGD\r\nCBB;Schakt;m3;1E5".getBytes(StandardCharsets.UTF_8);
        UnreadableFile refusal = assertThrows(UnreadableFile.class, () -> Imported.bytes(file));
        assertEquals(Reason.NO_ROWS, refusal.reason());
        assertEquals("number-exponent", refusal.problems().get(0).problem());
    }

    @Test
    void absurdNumbersNeitherHangNorPass() {
        Imported bill = RawWorkbook.sheet(headings(1)
                        + ITEM
                        + row(3, "CBB", "Bomb", "m3", "#1E999999999", "#1", "")
                        + row(4, "CBB", "Bomb", "m3", "#1E400", "#1", "")
                        + row(5, "CBB", "Försvinnande", "m3", "#1E-999999999", "#1", "")
                        + row(6, "CBB", "Inget tal", "m3", "#NaN", "#1", "")
                        + row(7, "CBB", "Oändligt", "m3", "#INF", "#1", "")
                        + row(8, "CBB", "Stort", "m3", "#9999999999999", "#999999999999", ""))
                .imported();
        assertEquals(
                List.of(3, 4, 6, 7, 8),
                bill.report().problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(problem -> problem.row())
                        .toList());
        assertEquals(2, bill.report().rows());
    }

    @Test
    void aTotalBeyondMoneyRejectsTheRowThatBreaksIt() {
        Imported bill = Imported.rows(
                "B;;Ett;-;-;-;9 000 000 000 000 000", "B;;Två;-;-;-;9 000 000 000 000 000", "B;;Tre;-;-;-;1");
        assertEquals(List.of("ERROR 3 G number-too-large [9000000000000000.00]"), bill.problems());
        assertEquals("9000000000000001.00", bill.report().total().toString());
    }

    @Test
    void aTextLongerThanARowHoldsIsNamed() {
        Imported bill = Imported.rows("B;;Bra;m;1;1;1", "B;;" + "x".repeat(20_000) + ";m;1;1;1");
        assertEquals(List.of("ERROR 3 C text-too-long [16000]"), bill.problems());
    }

    @Test
    void problemsAreCountedBeyondTheListAndNotesNeverCrowdOutErrors() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            rows.append("\r\nB;;Fel ").append(i).append(";m;x;1;");
        }
        Imported bill = Imported.rows("B;;Bra;m;1;1;1" + rows);
        assertEquals(3_000, bill.report().errors());
        assertTrue(bill.report().problems().size() <= 1_000);
    }

    private static Reason reason(String text) {
        return reason(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason reason(byte[] content) {
        return assertThrows(UnreadableFile.class, () -> Imported.bytes(content)).reason();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] encrypted() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("hemligt");
            try (java.io.OutputStream out = encryptor.getDataStream(files)) {
                out.write(RawWorkbook.sheet(headings(1) + ITEM).bytes());
            } catch (java.security.GeneralSecurityException e) {
                throw new IOException(e);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
