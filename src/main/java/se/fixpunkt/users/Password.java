package se.fixpunkt.users;

import java.text.Normalizer;
import java.util.Objects;

/**
 * A password on its way from a form to sign-in, which alone looks inside. Composed the same way whatever keyboard it was
 * typed on (NFC), otherwise untouched; never printed.
 */
public final class Password {
    private final String typed;

    public Password(String typed) {
        this.typed = Normalizer.normalize(Objects.requireNonNullElse(typed, ""), Normalizer.Form.NFC);
    }

    /** The characters themselves, for the {@link PasswordStore} only. */
    public String reveal() {
        return typed;
    }

    @Override
    public String toString() {
        return "••••";
    }
}
