package se.fixpunkt.bills.exchange.table;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.bills.domain.Code;

/**
 * A row that adds up others and is no work: {@code Summa}, {@code Delsumma}, {@code Transport}, {@code Totalt},
 * {@code Moms}, or an amount without any words.
 *
 * @param grand whether it claims to be the total of the whole document
 * @param taxed whether value-added tax is part of it, so that it can't agree with ours
 * @param code the code that it says it adds up; null when it says none
 */
record SumRow(boolean grand, boolean taxed, Code code) {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern SUM = Pattern.compile(
            "(del|total|slut|anbuds|kontrakts|kapitel|sid)?summa\\b.*|summering\\b.*|(sub)?total(t|belopp)?\\b.*|sub-?total\\b.*"
                    + "|(att |ack\\.? |ackumulerad )?transport(eras|erat)?\\s*([:.]|(till|från|fr|t|frå?n)\\b.*|sid.*|nästa.*|föreg.*|överf.*)?"
                    + "|(belopp )?(att )?överför(t|ing|es)?\\b.{0,30}|(varav |tillkommer )?moms\\b.*|ack(\\.|umulerat)?.{0,20}",
            FLAGS);
    private static final Pattern GRAND = Pattern.compile(
            "(total|slut|anbuds|kontrakts)(t|summa|belopp)?\\b.*|summa\\s+(total(t|summa)?|anbud|mängdförteckning|mf|exkl.*|kronor|kr|sek).*",
            FLAGS);
    private static final Pattern TAX =
            Pattern.compile(".*\\b(inkl|inklusive)\\b.*\\bmoms\\b.*|(varav |tillkommer )?moms\\b.*", FLAGS);
    private static final Pattern CODE = Pattern.compile(
            "summa\\s*:?\\s+(?:kod\\s+)?([A-ZÅÄÖ]{1,4}(?:\\.\\d+)?)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

    /** The sum that the row is, if it is one. A row with a unit, a quantity or dashes is work whatever it is called. */
    static Optional<SumRow> in(Fields fields) {
        if (fields.quantity().isNumber() && !fields.quantity().isZero()) {
            return Optional.empty();
        }
        if (fields.quantity().isDash()
                || (fields.amount().isDash() && fields.rate().isDash())) {
            return Optional.empty();
        }
        Optional<String> words = fields.known().stream()
                .map(Cell::text)
                .filter(text -> text.length() <= 120 && SUM.matcher(text).matches())
                .findFirst()
                .or(() -> Optional.of(fields.text())
                        .filter(text -> SUM.matcher(text).matches()));
        if (words.isEmpty()
                || (fields.unit() != null && !SUM.matcher(fields.unit()).matches())) {
            return Optional.empty();
        }
        return words.map(text ->
                new SumRow(GRAND.matcher(text).matches(), TAX.matcher(text).matches(), code(fields, text)));
    }

    private static Code code(Fields fields, String words) {
        if (!fields.code().isEmpty() && !fields.code().equals(words)) {
            return fields.code().length() <= Code.MAX_LENGTH ? new Code(fields.code()) : null;
        }
        Matcher named = CODE.matcher(words);
        return named.matches() && named.group(1).equals(named.group(1).toUpperCase(Locale.ROOT))
                ? new Code(named.group(1))
                : null;
    }
}
