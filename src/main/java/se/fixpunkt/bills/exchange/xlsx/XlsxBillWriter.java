package se.fixpunkt.bills.exchange.xlsx;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.BillWriter;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.exchange.table.ExportLayout;

/** Writes a bill as a workbook, as a stream: real numbers with their decimals, headings that stay in view. */
@ApplicationScoped
class XlsxBillWriter implements BillWriter {
    /** The same bill gives the same bytes, whenever it is written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(Map<HeaderField, String> header, Iterator<BillRow> rows, OutputStream target) {
        try {
            ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
            part(zip, "[Content_Types].xml", WorkbookXml.CONTENT_TYPES);
            part(zip, "_rels/.rels", WorkbookXml.ROOT_RELATIONS);
            part(zip, "xl/_rels/workbook.xml.rels", WorkbookXml.WORKBOOK_RELATIONS);
            part(zip, "xl/styles.xml", SheetStyle.stylesXml());
            begin(zip, "xl/worksheets/sheet1.xml");
            Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
            SheetXml sheet = new SheetXml(out, SheetXml.headingRow(header));
            ExportLayout.write(header, rows, sheet);
            sheet.end();
            out.flush();
            zip.closeEntry();
            part(zip, "xl/workbook.xml", WorkbookXml.workbook(SheetXml.headingRow(header)));
            zip.finish();
            target.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        begin(zip, name);
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
