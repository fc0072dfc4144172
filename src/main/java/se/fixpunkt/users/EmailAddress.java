package se.fixpunkt.users;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import se.fixpunkt.shared.InvalidValue;

/**
 * An e-mail address as its owner writes it. Two that differ only in upper and lower case, or in how an accent is composed,
 * are the same person: compare {@link #key()}.
 *
 * @param value at most 254 characters, one {@code @}, no spaces or control characters
 */
public record EmailAddress(String value) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern FORM =
            Pattern.compile("[^@\\s\\p{Cntrl}<>\",;:()\\[\\]\\\\]{1,64}@[^@\\s\\p{Cntrl}<>\",;:()\\[\\]\\\\]+");

    public EmailAddress {
        value = value == null ? "" : Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (value.isEmpty()) {
            throw new InvalidValue("email", "required");
        }
        if (value.length() > MAX_LENGTH) {
            throw new InvalidValue("email", "too-long");
        }
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("email", "malformed");
        }
    }

    /** What is unique among people. */
    public String key() {
        return Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return value;
    }
}
