package se.fixpunkt.bills.exchange.table;

import java.io.IOException;
import java.util.List;

/** Takes the rows of an exported bill from the first to the last. */
public interface ExportTarget {

    void row(Look look, List<ExportCell> cells) throws IOException;

    /** What a row is, for formats that can show it. */
    enum Look {
        LABELS,
        VALUES,
        BLANK,
        COLUMN_HEADINGS,
        HEADING,
        PLAIN,
        SUM
    }
}
