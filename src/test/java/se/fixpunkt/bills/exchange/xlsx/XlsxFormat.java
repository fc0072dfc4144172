package se.fixpunkt.bills.exchange.xlsx;

import se.fixpunkt.bills.domain.BillWriter;

/** The writer behind its package's door, for tests in other packages. */
public final class XlsxFormat {
    private XlsxFormat() {}

    public static BillWriter writer() {
        return new XlsxBillWriter();
    }
}
