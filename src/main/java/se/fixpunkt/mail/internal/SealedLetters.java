package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import se.fixpunkt.shared.SealedColumn;

/** Names the column with letters that wait, for the day that the sealing key changes. */
@ApplicationScoped
class SealedLetters {

    @Produces
    @Dependent
    SealedColumn column() {
        return new SealedColumn("mail_letter", "sealed_text", StoredLetter.PLACE);
    }
}
