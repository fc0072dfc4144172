package se.fixpunkt.users;

import java.text.Normalizer;
import se.fixpunkt.shared.InvalidValue;

/** What a person is called: one line of 1 to 200 characters. */
public record PersonName(String value) {
    private static final int MAX_LENGTH = 200;

    public PersonName {
        value = value == null ? "" : Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
        if (value.isEmpty()) {
            throw new InvalidValue("name", "required");
        }
        if (value.length() > MAX_LENGTH) {
            throw new InvalidValue("name", "too-long");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("name", "malformed");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
