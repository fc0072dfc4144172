package se.fixpunkt.bills;

/** The bill is part of the project and cannot be thrown away as a draft. */
@SuppressWarnings("serial")
public final class BillAlreadyAccepted extends BillRejection {
    public BillAlreadyAccepted() {
        super(Kind.CONFLICT);
    }
}
