package se.fixpunkt.alarms;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import se.fixpunkt.shared.InvalidValue;

/**
 * How an alarm ended. The page offers {@link #USUAL}; a receiving centre may use words of its own.
 *
 * @param word 1–32 letters, digits, blanks and lines, in lower case
 */
public record Disposition(String word) {
    /** Before the words below, which are checked against it. */
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,31}");

    /** What nearly every alarm ends as; the bundles have their names. */
    public static final List<Disposition> USUAL = List.of(
            new Disposition("handled"),
            new Disposition("assistance-sent"),
            new Disposition("false-alarm"),
            new Disposition("test"),
            new Disposition("technical-fault"),
            new Disposition("no-contact"));

    /** Of a flood: it never stood in the queue by itself, and no operator closed it. */
    public static final Disposition COUNTED = new Disposition("counted");

    public Disposition {
        if (word == null || word.isBlank()) {
            throw new InvalidValue("disposition", "required");
        }
        word = word.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(word).matches()) {
            throw new InvalidValue("disposition", "malformed");
        }
    }
}
