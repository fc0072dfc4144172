package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.PlainRows;

/** Letters of an earlier release. Those that wait leave with the address they have; from the others it is taken. */
@ApplicationScoped
class OpenRecipients implements PlainRows {
    private static final String WHY = "the node itself does it; nobody sees a letter by it";

    private final LetterRepository letters;

    @Inject
    OpenRecipients(LetterRepository letters) {
        this.letters = letters;
    }

    @Override
    @OpenToAnyone(because = WHY)
    public String table() {
        return "mail_letter";
    }

    @Override
    @OpenToAnyone(because = WHY)
    public long left() {
        return letters.withOpenRecipient();
    }

    /** All of them: there are never more than thirty days' letters. */
    @Override
    @OpenToAnyone(because = WHY)
    public int sealSome(int most) {
        return letters.forgetOpenRecipients();
    }
}
