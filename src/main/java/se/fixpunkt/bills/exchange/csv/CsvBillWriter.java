package se.fixpunkt.bills.exchange.csv;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.BillWriter;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.exchange.table.ExportCell;
import se.fixpunkt.bills.exchange.table.ExportLayout;
import se.fixpunkt.bills.exchange.table.FormulaGuard;

/** Writes a bill the way Swedish Excel reads text: byte-order mark, semicolons, decimal comma. */
@ApplicationScoped
class CsvBillWriter implements BillWriter {
    private static final char SEPARATOR = ';';

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=UTF-8";
    }

    @Override
    public void write(Map<HeaderField, String> header, Iterator<BillRow> rows, OutputStream target) {
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
            out.write('\uFEFF');
            ExportLayout.write(header, rows, (look, cells) -> line(out, cells));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Writer out, List<ExportCell> cells) throws IOException {
        for (int i = 0; i < ExportLayout.HEADINGS.size(); i++) {
            if (i > 0) {
                out.write(SEPARATOR);
            }
            if (i < cells.size()) {
                out.write(field(cells.get(i)));
            }
        }
        out.write("\r\n");
    }

    private static String field(ExportCell cell) {
        if (cell.isNothing()) {
            return "";
        }
        if (cell.number() != null) {
            return cell.number().toPlainString().replace('.', ',');
        }
        // A lone dash is how the trade writes a lump sum, and no program takes it for a formula.
        String text = cell.text().equals("-") ? "-" : FormulaGuard.put(cell.text());
        boolean quoted = text.chars().anyMatch(c -> c == SEPARATOR || c == '"' || c == '\n' || c == '\r')
                || !text.equals(text.strip());
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
