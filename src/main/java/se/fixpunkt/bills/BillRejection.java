package se.fixpunkt.bills;

import se.fixpunkt.shared.Rejection;

/** Every refusal that is about bills. */
@SuppressWarnings("serial")
public abstract sealed class BillRejection extends Rejection
        permits BillAlreadyAccepted, BillStillDraft, FileTooLarge, NothingToImport {
    BillRejection(Kind kind) {
        super(kind);
    }
}
