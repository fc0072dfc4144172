package se.fixpunkt.bills.exchange.xlsx;

import se.fixpunkt.bills.exchange.table.ExportTarget.Look;

/** The cell styles of a written workbook: text or number, plain or bold, with as many decimals as the number has. */
final class SheetStyle {
    private static final int MAX_DECIMALS = 6;
    private static final int FIRST_FORMAT = 170;
    private static final int TEXT = 1;
    private static final int QUOTED = 3;
    private static final int LABEL = 5;
    private static final int COLUMN_HEADING = 6;
    private static final int NUMBER = 7;
    private static final String WRAP = "<alignment vertical=\"top\" wrapText=\"1\"/>";

    private SheetStyle() {}

    /** @param quoted whether a program that lets the text be edited must go on taking it for text */
    static int ofText(Look look, boolean quoted) {
        return switch (look) {
            case LABELS -> LABEL;
            case COLUMN_HEADINGS -> COLUMN_HEADING;
            default -> (quoted ? QUOTED : TEXT) + (isBold(look) ? 1 : 0);
        };
    }

    static int ofNumber(Look look, int decimals) {
        int shown = Math.max(0, Math.min(decimals, MAX_DECIMALS));
        return NUMBER + shown + (isBold(look) ? MAX_DECIMALS + 1 : 0);
    }

    static String stylesXml() {
        StringBuilder xml = new StringBuilder(WorkbookXml.DECLARATION)
                .append("<styleSheet xmlns=\"")
                .append(WorkbookXml.MAIN)
                .append("\"><numFmts count=\"")
                .append(MAX_DECIMALS + 1)
                .append("\">");
        for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
            String code = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
            xml.append("<numFmt numFmtId=\"")
                    .append(FIRST_FORMAT + decimals)
                    .append("\" formatCode=\"")
                    .append(code)
                    .append("\"/>");
        }
        xml.append("</numFmts><fonts count=\"3\">")
                .append("<font><sz val=\"10\"/><name val=\"Calibri\"/></font>")
                .append("<font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font>")
                .append("<font><sz val=\"8\"/><color rgb=\"FF666666\"/><name val=\"Calibri\"/></font></fonts>")
                .append("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>")
                .append("<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">")
                .append("<fgColor rgb=\"FFEDEFF2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>")
                .append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>")
                .append(
                        "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
                .append("<cellXfs count=\"")
                .append(NUMBER + 2 * (MAX_DECIMALS + 1))
                .append("\">")
                .append(style(0, 0, 0, "", ""))
                .append(style(0, 0, 0, "", WRAP))
                .append(style(0, 1, 0, "", WRAP))
                .append(style(0, 0, 0, " quotePrefix=\"1\"", WRAP))
                .append(style(0, 1, 0, " quotePrefix=\"1\"", WRAP))
                .append(style(0, 2, 0, "", ""))
                .append(style(0, 1, 2, "", ""));
        for (int font = 0; font <= 1; font++) {
            for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
                xml.append(style(
                        FIRST_FORMAT + decimals, font, 0, " applyNumberFormat=\"1\"", "<alignment vertical=\"top\"/>"));
            }
        }
        return xml.append(
                        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>")
                .toString();
    }

    private static boolean isBold(Look look) {
        return look == Look.HEADING || look == Look.SUM || look == Look.VALUES;
    }

    private static String style(int format, int font, int fill, String more, String alignment) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"" + fill
                + "\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"" + more + ">"
                + alignment
                + "</xf>";
    }
}
