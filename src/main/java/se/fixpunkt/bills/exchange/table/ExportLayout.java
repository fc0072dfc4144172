package se.fixpunkt.bills.exchange.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.CleanText;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.domain.RowKind;
import se.fixpunkt.shared.Amount;

/**
 * A bill laid out as the trade knows it: header block, column headings, rows with dashes where a lump sum or an included
 * cost has them, a sum after each main code and one at the end. Two more columns say what each row is and how deep it
 * lies, so that it reads back as exactly the same rows and no sum becomes an item.
 */
public final class ExportLayout {
    /** The column headings from the first column on. */
    public static final List<String> HEADINGS =
            List.of("KOD", "TEXT", "ENHET", "MÄNGD", "À-PRIS", "BELOPP", "RADTYP", "NIVÅ");

    /** The columns that only a program reads: what a row is and how deep it lies. */
    public static final int FIRST_HIDDEN = 6;

    private static final int LABELS_IN_A_ROW = 6;
    private static final Map<HeaderField, String> LABELS = labels();

    private final ExportTarget target;
    private BigDecimal total = Amount.ZERO.value();
    private BigDecimal chapter = Amount.ZERO.value();
    private Code main;
    private boolean anyWork;

    private ExportLayout(ExportTarget target) {
        this.target = target;
    }

    public static void write(Map<HeaderField, String> header, Iterator<BillRow> rows, ExportTarget target)
            throws IOException {
        ExportLayout export = new ExportLayout(target);
        export.header(header);
        while (rows.hasNext()) {
            export.row(rows.next());
        }
        export.endChapter();
        export.sum("SUMMA TOTALT", export.total);
    }

    /** How many rows come before the column headings. */
    public static int headerRows(Map<HeaderField, String> header) {
        long labels = LABELS.keySet().stream()
                .filter(field -> header.get(field) != null && !header.get(field).isBlank())
                .count();
        return (int) ((labels + LABELS_IN_A_ROW - 1) / LABELS_IN_A_ROW) * 3;
    }

    private void header(Map<HeaderField, String> header) throws IOException {
        List<ExportCell> labels = new ArrayList<>();
        List<ExportCell> values = new ArrayList<>();
        for (Map.Entry<HeaderField, String> label : LABELS.entrySet()) {
            String value = header.get(label.getKey());
            if (value != null && !value.isBlank()) {
                labels.add(ExportCell.text(label.getValue()));
                values.add(ExportCell.text(CleanText.of(value)));
            }
            if (labels.size() == LABELS_IN_A_ROW) {
                headerLines(labels, values);
            }
        }
        if (!labels.isEmpty()) {
            headerLines(labels, values);
        }
        target.row(
                ExportTarget.Look.COLUMN_HEADINGS,
                HEADINGS.stream().map(ExportCell::text).toList());
    }

    private void headerLines(List<ExportCell> labels, List<ExportCell> values) throws IOException {
        target.row(ExportTarget.Look.LABELS, List.copyOf(labels));
        target.row(ExportTarget.Look.VALUES, List.copyOf(values));
        target.row(ExportTarget.Look.BLANK, List.of());
        labels.clear();
        values.clear();
    }

    private void row(BillRow row) throws IOException {
        Code rowMain = row.code() == null ? main : row.code().main();
        if (rowMain != null && !rowMain.equals(main)) {
            endChapter();
            main = rowMain;
        }
        anyWork |= row.kind().work();
        chapter = chapter.add(row.counted().value());
        total = total.add(row.counted().value());
        boolean heading = row.kind() == RowKind.HEADING;
        target.row(heading ? ExportTarget.Look.HEADING : ExportTarget.Look.PLAIN, cells(row));
    }

    private void endChapter() throws IOException {
        if (main != null && anyWork) {
            sum("Summa " + main, chapter);
        }
        chapter = Amount.ZERO.value();
        anyWork = false;
    }

    private void sum(String text, BigDecimal amount) throws IOException {
        target.row(
                ExportTarget.Look.SUM,
                List.of(
                        ExportCell.NOTHING,
                        ExportCell.text(text),
                        ExportCell.NOTHING,
                        ExportCell.NOTHING,
                        ExportCell.NOTHING,
                        ExportCell.number(amount),
                        ExportCell.text(SheetRows.SUM_KIND),
                        ExportCell.NOTHING));
    }

    private static List<ExportCell> cells(BillRow row) {
        ExportCell unit = ExportCell.text(row.unit());
        ExportCell quantity =
                ExportCell.number(row.quantity() == null ? null : row.quantity().value());
        ExportCell rate =
                ExportCell.number(row.rate() == null ? null : row.rate().value());
        ExportCell amount =
                ExportCell.number(row.amount() == null ? null : row.amount().value());
        boolean lumpSum = row.kind() == RowKind.LUMP_SUM;
        boolean included = row.kind() == RowKind.INCLUDED_ELSEWHERE;
        boolean noAmount = included || row.kind() == RowKind.RATE_ONLY;
        return List.of(
                ExportCell.text(row.code() == null ? null : row.code().value()),
                ExportCell.text(row.text()),
                dashed(unit, lumpSum || included),
                dashed(quantity, lumpSum || included),
                dashed(rate, lumpSum || included),
                dashed(amount, noAmount),
                ExportCell.text(row.kind().contractName()),
                ExportCell.text(String.valueOf(row.depth())));
    }

    private static ExportCell dashed(ExportCell cell, boolean whenEmpty) {
        return whenEmpty && cell.isNothing() ? ExportCell.DASH : cell;
    }

    private static Map<HeaderField, String> labels() {
        Map<HeaderField, String> labels = new EnumMap<>(HeaderField.class);
        labels.put(HeaderField.TITLE, "DOKUMENT");
        labels.put(HeaderField.STATUS, "STATUS");
        labels.put(HeaderField.PROJECT, "PROJEKT");
        labels.put(HeaderField.DOCUMENT_NUMBER, "DOKUMENTNUMMER");
        labels.put(HeaderField.DATE, "DATUM");
        labels.put(HeaderField.REVISION, "REV");
        labels.put(HeaderField.PAGE, "SIDA");
        labels.put(HeaderField.HANDLED_BY, "HANDLÄGGARE");
        labels.put(HeaderField.ASSIGNMENT_NUMBER, "UPPDRAGSNUMMER");
        labels.put(HeaderField.CONTENT, "INNEHÅLL");
        labels.put(HeaderField.CHANGED, "ÄNDRAD");
        labels.put(HeaderField.TOTAL, "TOTALBELOPP");
        return labels;
    }
}
