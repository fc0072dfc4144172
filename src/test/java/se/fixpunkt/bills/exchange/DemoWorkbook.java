package se.fixpunkt.bills.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes the demo's workbook the way a client's consultant would: layout A with header block, page headings that repeat,
 * carried sums, formulas, numbers as text with thin spaces, lump sums, included costs, rates without quantity, and some rows
 * not priced yet. Run {@code main} from the project's root to write it anew; the same program always gives the same cells.
 */
public final class DemoWorkbook {
    public static final Path FILE = Path.of("src/test/resources/demo/mf-vagen-till-fixpunkt.xlsx");

    private static final int ROWS_ON_A_PAGE = 58;
    private static final String THIN = "\u2009";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet sheet = workbook.createSheet("MF");
    private final Random random = new Random(4711);
    private final CellStyle bold = workbook.createCellStyle();
    private final CellStyle money = workbook.createCellStyle();
    private int next;
    private int onPage;
    private int items;
    private String chapter = "";
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal chapterTotal = BigDecimal.ZERO;

    private DemoWorkbook() {
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
    }

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FILE.getParent());
        try (OutputStream out = Files.newOutputStream(FILE)) {
            write(out);
        }
    }

    /** Writes the workbook; its cells are always the same. */
    static void write(OutputStream out) throws IOException {
        DemoWorkbook demo = new DemoWorkbook();
        try (XSSFWorkbook workbook = demo.workbook) {
            demo.build();
            workbook.write(out);
        }
    }

    private void build() {
        Cell declared = headerBlock();
        columnHeadings();
        for (String line : DemoBill.LINES) {
            line(List.of(line.split("\\|", -1)));
        }
        endChapter();
        next++;
        sum("SUMMA TOTALT exkl. moms", total);
        declared.setCellValue(total.doubleValue());
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        evaluator.evaluateAll();
        int[] widths = {12, 4, 58, 8, 12, 14, 18};
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        workbook.getProperties().getCoreProperties().setCreator("Fixpunkt");
    }

    private Cell headerBlock() {
        labels("DOKUMENT", "STATUS", "PROJEKT");
        row("Mängdförteckning", "", DemoBill.PROJECT, "", "", "Förfrågningsunderlag", "");
        labels("DOKUMENTNUMMER", "DATUM", "UPPDRAGSNUMMER");
        row("MF-01", "", "F-2026-17", "", "", "2026-03-02", "");
        labels("REV", "SIDA", "HANDLÄGGARE");
        row("B", "", "Karin Karta, Mätbyrån i Norr", "", "", "1 (9)", "");
        labels("INNEHÅLL", "ÄNDRAD", "TOTALBELOPP");
        Row values = row("Mark, bro och ledningar", "", "", "", "", "2026-03-20", "");
        next++;
        values.getCell(2).setCellStyle(money);
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
        return values.getCell(2);
    }

    /** The labels stand in the first, the sixth and the third column, as such forms tend to be arranged. */
    private void labels(String first, String sixth, String third) {
        row(first, "", third, "", "", sixth, "");
    }

    private void columnHeadings() {
        Row row = row("KOD", "", "TEXT", "ENHET", "MÄNGD", "À-\u2004PRIS", "BELOPP");
        row.forEach(cell -> cell.setCellStyle(bold));
        row("", "", "", "", "", "kr", "kr");
        onPage = 0;
    }

    private void line(List<String> parts) {
        String code = parts.get(0);
        if (!code.substring(0, 1).equals(chapter)) {
            endChapter();
            chapter = code.substring(0, 1);
        }
        pageBreak();
        String heading = code.equals("DEK.12") ? Normalizer.normalize(parts.get(1), Normalizer.Form.NFD) : parts.get(1);
        String kind = parts.size() > 2 ? parts.get(2) : "";
        switch (kind) {
            case "" -> heading(code, heading);
            case "lump" -> {
                heading(code, heading);
                lumpSum("Omfattning enligt beskrivningen", parts.get(3));
            }
            case "included" -> {
                heading(code, heading);
                row("", "", "Kostnaden ingår i andra poster", "-", "-", "-", "-");
            }
            case "only" -> {
                heading(code, heading);
                rateOnly(parts.get(3), parts.get(4));
            }
            default -> group(code, heading, kind, parts.get(3), parts.get(4));
        }
    }

    private void heading(String code, String text) {
        Row row = row(code, "", text, "", "", "", "");
        row.getCell(2).setCellStyle(bold);
    }

    private void lumpSum(String text, String kronor) {
        Row row = row("", "", text, "-", "-", "-", "");
        row.getCell(6).setCellValue(Integer.parseInt(kronor));
        add(new BigDecimal(kronor));
    }

    private void rateOnly(String unit, String ore) {
        Row row = row("", "", "Regleringspris", unit, "", "", "-");
        row.getCell(4).setCellValue(0);
        row.getCell(5).setCellValue(Integer.parseInt(ore) / 100.0);
    }

    private void group(String code, String heading, String unit, String ore, String usual) {
        heading(code, heading);
        int first = random.nextInt(3);
        for (int place = first; place < DemoBill.PLACES.size(); place += 1 + random.nextInt(2)) {
            pageBreak();
            BigDecimal quantity = quantity(unit, Integer.parseInt(usual));
            BigDecimal rate = new BigDecimal(ore).movePointLeft(2);
            item(DemoBill.PLACES.get(place), unit, quantity, random.nextInt(8) == 0 ? null : rate);
        }
    }

    private BigDecimal quantity(String unit, int usual) {
        BigDecimal quantity = BigDecimal.valueOf(usual)
                .multiply(BigDecimal.valueOf(30 + random.nextInt(140)))
                .movePointLeft(2);
        boolean whole = unit.equals("st") || usual > 1000;
        BigDecimal rounded = quantity.setScale(whole ? 0 : 1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ONE : rounded;
    }

    private void item(String place, String unit, BigDecimal quantity, BigDecimal rate) {
        items++;
        String text = items % 11 == 0 ? place.replace(' ', '\u2002') : place;
        Row row = row("", "", text, unit, "", "", "");
        if (items % 7 == 0) {
            row.getCell(4).setCellValue(asText(quantity));
        } else {
            row.getCell(4).setCellValue(quantity.doubleValue());
        }
        if (rate == null) {
            return;
        }
        row.getCell(5).setCellStyle(money);
        row.getCell(6).setCellStyle(money);
        if (items % 9 == 0) {
            row.getCell(5).setCellValue(asText(rate) + " kr");
        } else {
            row.getCell(5).setCellValue(rate.doubleValue());
        }
        BigDecimal amount = quantity.multiply(rate).setScale(2, RoundingMode.HALF_UP);
        if (items % 7 == 0 || items % 9 == 0) {
            row.getCell(6).setCellValue(amount.doubleValue());
        } else {
            int number = row.getRowNum() + 1;
            row.getCell(6).setCellFormula("ROUND(E" + number + "*F" + number + ",2)");
        }
        add(amount);
    }

    private static String asText(BigDecimal number) {
        String[] parts = number.toPlainString().split("\\.", -1);
        String grouped =
                String.format(Locale.ROOT, "%,d", Long.valueOf(parts[0])).replace(",", THIN);
        return parts.length == 1 ? grouped : grouped + "," + parts[1];
    }

    private void pageBreak() {
        if (onPage >= ROWS_ON_A_PAGE) {
            sum("Transport", total);
            next++;
            columnHeadings();
            sum("Transport", total);
        }
    }

    private void endChapter() {
        if (!chapter.isEmpty()) {
            sum("Summa " + chapter, chapterTotal);
            next++;
        }
        chapterTotal = BigDecimal.ZERO;
    }

    private void sum(String text, BigDecimal amount) {
        Row row = row("", "", text, "", "", "", "");
        row.getCell(2).setCellStyle(bold);
        row.getCell(6).setCellValue(amount.doubleValue());
        row.getCell(6).setCellStyle(money);
    }

    private void add(BigDecimal amount) {
        total = total.add(amount);
        chapterTotal = chapterTotal.add(amount);
    }

    private Row row(String... texts) {
        Row row = sheet.createRow(next++);
        onPage++;
        for (int column = 0; column < texts.length; column++) {
            Cell cell = row.createCell(column);
            if (!texts[column].isEmpty()) {
                cell.setCellValue(texts[column]);
            }
        }
        return row;
    }
}
