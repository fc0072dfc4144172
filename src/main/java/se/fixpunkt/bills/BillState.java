package se.fixpunkt.bills;

import java.util.Locale;

/** How far a bill has come. It only moves forward. */
public enum BillState {
    /** Its rows are being stored; nobody sees it. */
    IMPORTING,
    /** Stored and waiting to be accepted; seen by those who may change bills. */
    DRAFT,
    /** Part of the project; seen by its members. */
    OPEN;

    /** The name in the outer contract, e.g. {@code open}. */
    public String contractName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
