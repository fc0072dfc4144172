package se.fixpunkt.bills.exchange.table;

import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Layout;
import se.fixpunkt.bills.domain.RowKind;

/** Counts rows, to report them and to tell which layout the document has. */
final class Tally {
    private int rows;
    private int items;
    private int withOwnCode;
    private int remarks;
    private boolean own;

    void add(BillRow row, boolean ownCode) {
        rows++;
        if (row.kind().work()) {
            items++;
            withOwnCode += ownCode ? 1 : 0;
        } else if (row.kind() == RowKind.REMARK) {
            remarks++;
        }
    }

    void ownExport() {
        own = true;
    }

    int rows() {
        return rows;
    }

    int items() {
        return items;
    }

    /** Prose that outweighs half the work makes it a description with a bill in it. */
    Layout layout() {
        if (own) {
            return Layout.OWN;
        }
        if (remarks > 2 && remarks * 2 > items) {
            return Layout.C;
        }
        return withOwnCode * 2 >= items ? Layout.B : Layout.A;
    }
}
