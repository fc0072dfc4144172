package se.fixpunkt.bills.exchange.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import se.fixpunkt.bills.domain.HeaderField;
import se.fixpunkt.bills.exchange.table.Cell;
import se.fixpunkt.bills.exchange.table.ExportCell;
import se.fixpunkt.bills.exchange.table.ExportLayout;
import se.fixpunkt.bills.exchange.table.ExportTarget;
import se.fixpunkt.bills.exchange.table.FormulaGuard;

/** The XML of the one sheet of a written workbook. */
final class SheetXml implements ExportTarget {
    /** A spreadsheet program keeps no more digits of a number; beyond, the number is written as text. */
    private static final int SIGNIFICANT_DIGITS = 15;

    private static final int[] WIDTHS = {12, 60, 8, 14, 14, 18, 14, 7};

    private final Writer out;
    private int row;

    SheetXml(Writer out, int headingRow) throws IOException {
        this.out = out;
        out.write(WorkbookXml.DECLARATION);
        out.write("<worksheet xmlns=\"" + WorkbookXml.MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"" + headingRow + "\" topLeftCell=\"A" + (headingRow + 1)
                + "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultRowHeight=\"13\"/><cols>");
        for (int column = 0; column < WIDTHS.length; column++) {
            String hidden = column >= ExportLayout.FIRST_HIDDEN ? " hidden=\"1\"" : "";
            out.write("<col min=\"" + (column + 1) + "\" max=\"" + (column + 1) + "\" width=\"" + WIDTHS[column]
                    + "\" customWidth=\"1\"" + hidden + "/>");
        }
        out.write("</cols><sheetData>");
    }

    /** The row, from 1, on which the column headings come. */
    static int headingRow(Map<HeaderField, String> header) {
        return ExportLayout.headerRows(header) + 1;
    }

    @Override
    public void row(Look look, List<ExportCell> cells) throws IOException {
        row++;
        if (cells.isEmpty()) {
            return;
        }
        out.write("<row r=\"" + row + "\">");
        for (int column = 0; column < cells.size(); column++) {
            ExportCell cell = cells.get(column);
            if (cell.number() != null) {
                number(look, column, cell.number());
            } else if (cell.text() != null) {
                text(look, column, cell.text());
            }
        }
        out.write("</row>");
    }

    void end() throws IOException {
        out.write(
                "</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.7\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>"
                        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    }

    private void number(Look look, int column, BigDecimal number) throws IOException {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.precision() > SIGNIFICANT_DIGITS) {
            text(look, column, number.toPlainString().replace('.', ','));
            return;
        }
        start(column, SheetStyle.ofNumber(look, number.scale()));
        out.write("><v>" + plain.toPlainString() + "</v></c>");
    }

    private void text(Look look, int column, String text) throws IOException {
        start(column, SheetStyle.ofText(look, FormulaGuard.needed(text)));
        out.write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        escaped(Escapes.encoded(FormulaGuard.kept(text)));
        out.write("</t></is></c>");
    }

    private void start(int column, int style) throws IOException {
        out.write("<c r=\"" + Cell.columnName(column) + row + "\" s=\"" + style + "\"");
    }

    private void escaped(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                default -> out.write(c);
            }
        }
    }
}
