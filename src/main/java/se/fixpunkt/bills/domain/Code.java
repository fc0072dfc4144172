package se.fixpunkt.bills.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A work code such as {@code CBB.111}. Its parents are its prefixes: {@code C}, {@code CB}, {@code CBB}, {@code CBB.1},
 * {@code CBB.11}. A code that begins with a digit ({@code 10.2.1}) is numbered by whole parts instead: {@code 10},
 * {@code 10.2}. Kept as given except for spaces, which are single and never at the ends.
 */
public record Code(String value) implements Comparable<Code> {
    public static final int MAX_LENGTH = 64;

    public Code {
        value = CleanText.line(value);
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a code has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** The codes above this one, outermost first. */
    public List<Code> parents() {
        List<Code> parents = new ArrayList<>();
        for (int end = 1; end < value.length(); end++) {
            if (endsAParent(end)) {
                parents.add(new Code(value.substring(0, end)));
            }
        }
        return Collections.unmodifiableList(parents);
    }

    /** The code directly above, if there is one. */
    public Optional<Code> parent() {
        for (int end = value.length() - 1; end > 0; end--) {
            if (endsAParent(end)) {
                return Optional.of(new Code(value.substring(0, end)));
            }
        }
        return Optional.empty();
    }

    /** How many codes there are above: {@code C} has depth 0, {@code CBB.111} depth 5. */
    public int depth() {
        int depth = 0;
        for (int end = 1; end < value.length(); end++) {
            if (endsAParent(end)) {
                depth++;
            }
        }
        return depth;
    }

    /** The outermost code: {@code C} of {@code CBB.111}. */
    public Code main() {
        for (int end = 1; end < value.length(); end++) {
            if (endsAParent(end)) {
                return new Code(value.substring(0, end));
            }
        }
        return this;
    }

    /** Whether this is the other code or lies below it. */
    public boolean within(Code other) {
        return value.equals(other.value) || (value.startsWith(other.value) && endsAParent(other.value.length()));
    }

    @Override
    public int compareTo(Code other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Whether the first {@code end} characters are a parent; the rest is then more than separators. */
    private boolean endsAParent(int end) {
        char last = value.charAt(end - 1);
        if (!Character.isLetterOrDigit(last) || Character.isHighSurrogate(last)) {
            return false;
        }
        boolean byParts = Character.isDigit(value.charAt(0));
        if (byParts && Character.isLetterOrDigit(value.charAt(end))) {
            return false;
        }
        for (int i = end; i < value.length(); i++) {
            if (Character.isLetterOrDigit(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
