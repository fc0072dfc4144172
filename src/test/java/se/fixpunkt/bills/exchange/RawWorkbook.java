package se.fixpunkt.bills.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together from raw XML, so that it can be as wrong as a test needs. */
public final class RawWorkbook {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, Content> parts = new LinkedHashMap<>();

    /** A workbook with one sheet whose rows are this XML. */
    public static RawWorkbook sheet(String rows) {
        return sheetXml("<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    static RawWorkbook sheetXml(String xml) {
        return new RawWorkbook()
                .with("[Content_Types].xml", "<Types/>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                                + "\"><sheets><sheet name=\"MF\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"" + PACKAGE + "\">"
                                + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                                + relation("rId2", "styles", "styles.xml")
                                + relation("rId3", "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>")
                .with("xl/worksheets/sheet1.xml", xml);
    }

    RawWorkbook with(String part, String xml) {
        return with(part, zip -> zip.write(xml.getBytes(StandardCharsets.UTF_8)));
    }

    RawWorkbook with(String part, Content content) {
        parts.put(part, content);
        return this;
    }

    public byte[] bytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, Content> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    part.getValue().write(zip);
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Imported imported() {
        return Imported.bytes(bytes());
    }

    /** A row of texts, numbers and nothing, from column A: a number is given as {@code #1.5}, an error as {@code !#REF!}. */
    public static String row(int number, String... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < cells.length; column++) {
            String place = "r=\"" + (char) ('A' + column) + number + "\"";
            String cell = cells[column];
            if (cell.startsWith("#")) {
                xml.append("<c " + place + "><v>" + cell.substring(1) + "</v></c>");
            } else if (cell.startsWith("!")) {
                xml.append("<c " + place + " t=\"e\"><v>" + cell.substring(1) + "</v></c>");
            } else if (cell.startsWith("<")) {
                xml.append("<c " + place + ">" + cell + "</c>");
            } else if (!cell.isEmpty()) {
                xml.append("<c " + place + " t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
        }
        return xml.append("</row>").toString();
    }

    public static String headings(int number) {
        return row(number, "KOD", "TEXT", "ENHET", "MÄNGD", "À-PRIS", "BELOPP");
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    /** Writes a part, however large, without holding it. */
    interface Content {
        void write(ZipOutputStream zip) throws IOException;
    }
}
