package se.fixpunkt.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.exchange.Imported;
import se.fixpunkt.bills.exchange.RawWorkbook;
import se.fixpunkt.bills.exchange.xlsx.XlsxFormat;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** How much processor time workbooks take to write and read; run {@code main} in a small heap, nothing is asserted. */
public final class WorkbookReading {
    private WorkbookReading() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Files.createTempFile("bench", ".xlsx");
        try {
            for (int rows : new int[] {10_000, 10_000, 10_000, 100_000, 100_000}) {
                long start = cpu();
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    XlsxFormat.writer().write(Map.of(), rows(rows), out);
                }
                long written = cpu();
                int read = Imported.file(file).report().rows();
                say(
                        "%,d rows: written in %d ms, read in %d ms, file %,d bytes",
                        read, start, written, Files.size(file));
            }
            for (int rows : new int[] {10_000, 100_000}) {
                clientsText(file, rows);
                long start = cpu();
                int read = Imported.file(file).report().rows();
                say(
                        "%,d rows of a client's text: %d ms, read in %d ms, file %,d bytes",
                        read, start, start, Files.size(file));
            }
            for (int i = 0; i < 2; i++) {
                styledToTheEnd(file);
                long start = cpu();
                int read = Imported.file(file).report().rows();
                say(
                        "%,d row and 1,048,574 styled blank ones: %d ms, read in %d ms, file %,d bytes",
                        read, start, start, Files.size(file));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Processor time of this thread, which a busy machine does not change as it changes the clock's. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void say(String format, int rows, long start, long written, long size) {
        long writing = (written - start) / 1_000_000;
        long reading = (cpu() - written) / 1_000_000;
        System.out.printf(format + "%n", rows, writing, reading, size);
    }

    private static Iterator<BillRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 10 == 0
                        ? BillRow.heading(5, code(i), "Schakt och fyllning, del " + i)
                        : BillRow.item(
                                6,
                                code(i),
                                "Väg " + i + ", schakt av jord i hela sektionen inklusive transport",
                                "m3",
                                new Quantity(BigDecimal.valueOf(i * 37L % 100_000, 1)),
                                new UnitRate(BigDecimal.valueOf(i * 13L % 50_000, 2))))
                .iterator();
    }

    private static Code code(int i) {
        return new Code((char) ('A' + i / 10 % 20) + "BB." + (i / 10 % 9 + 1));
    }

    private static void clientsText(Path file, int rows) throws IOException {
        StringBuilder text = new StringBuilder("KOD;;TEXT;ENHET;MÄNGD;À-PRIS;BELOPP\r\n");
        for (int i = 0; i < rows; i++) {
            text.append(
                            i % 10 == 0
                                    ? code(i) + ";;Schakt och fyllning, del " + i + ";;;;"
                                    : ";;Väg " + i + ", schakt av jord;m3;1\u2009234,5;99,50 kr;122 832,75")
                    .append("\r\n");
        }
        Files.writeString(file, text);
    }

    private static void styledToTheEnd(Path file) throws IOException {
        byte[] small = RawWorkbook.sheet("").bytes();
        Files.write(file, small);
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
                java.util.zip.ZipInputStream in =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(small))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
                    String first = RawWorkbook.headings(1) + RawWorkbook.row(2, "B", "Rad", "m", "#1", "#2", "#2");
                    zip.write(first.getBytes(StandardCharsets.UTF_8));
                    for (int row = 3; row <= 1_048_576; row++) {
                        StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
                        for (char column = 'A'; column <= 'G'; column++) {
                            xml.append("<c r=\"").append(column).append(row).append("\" s=\"4\"/>");
                        }
                        zip.write(xml.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
                    }
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }
}
