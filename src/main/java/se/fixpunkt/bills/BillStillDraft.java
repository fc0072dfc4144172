package se.fixpunkt.bills;

/** The bill has to be accepted before its rows can be changed or exported. */
@SuppressWarnings("serial")
public final class BillStillDraft extends BillRejection {
    public BillStillDraft() {
        super(Kind.CONFLICT);
    }
}
