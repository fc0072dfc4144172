package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.mail.Letters;
import se.fixpunkt.shared.OpenToAnyone;

/** Counts the queue. */
@ApplicationScoped
class QueuedLetters implements Letters {
    private final LetterRepository letters;

    @Inject
    QueuedLetters(LetterRepository letters) {
        this.letters = letters;
    }

    @Override
    @OpenToAnyone(because = "numbers without anybody's data; whoever shows them asks for permission")
    public Count count() {
        return new Count(letters.waiting(), letters.failed());
    }
}
