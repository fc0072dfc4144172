package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.bills.domain.CleanText;
import se.fixpunkt.bills.domain.Dashes;

/**
 * A number as people write it: {@code 371 700}, {@code 1 234,50}, {@code 1.234,50}, {@code 6,66}, {@code −5 kr},
 * {@code 1 234:-}. Any space groups thousands; comma and point are decimals unless both occur, when the last one is, or
 * one of them repeats. Kept exactly, trailing zeros too. Exponents, percentages and everything else is no number.
 *
 * @param unsure whether a lone point is followed by three digits, so that it could have been meant as thousands
 */
public record WrittenNumber(BigDecimal value, boolean unsure) {
    private static final int MAX_LENGTH = 60;
    private static final Pattern MONEY = Pattern.compile("\\s*(kr\\.?|sek|kronor|[:,.]-)$");
    private static final Pattern[] FORMS = {
        Pattern.compile(
                "(?<whole>\\d*|\\d{1,3}(?:(?<group>[ '’])\\d{3}(?:\\k<group>\\d{3})*)?)(?:[.,](?<decimals>\\d+))?"),
        Pattern.compile("(?<whole>\\d{1,3}(?:\\.\\d{3})+),(?<decimals>\\d+)"),
        Pattern.compile("(?<whole>\\d{1,3}(?:,\\d{3})+)\\.(?<decimals>\\d+)"),
        Pattern.compile("(?<whole>\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}(?:,\\d{3}){2,})(?<decimals>)")
    };
    private static final Pattern UNSURE = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern EXPONENT = Pattern.compile("[\\d.,]+e[+-]?\\d+");

    /** @throws NotANumber with the reason */
    public static WrittenNumber parse(String text) {
        String given = CleanText.line(text);
        if (given.length() > MAX_LENGTH) {
            throw new NotANumber("number-malformed");
        }
        String body = withoutMoney(sameDashes(given).toLowerCase(Locale.ROOT));
        boolean negative = body.startsWith("-");
        if (negative || body.startsWith("+")) {
            body = body.substring(1).strip();
        }
        if (EXPONENT.matcher(body).matches()) {
            throw new NotANumber("number-exponent");
        }
        BigDecimal value = digits(body);
        return new WrittenNumber(
                negative ? value.negate() : value, UNSURE.matcher(body).matches());
    }

    private static BigDecimal digits(String body) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(body);
            if (matcher.matches()) {
                return exact(matcher.group("whole"), matcher.group("decimals"));
            }
        }
        throw new NotANumber("number-malformed");
    }

    private static BigDecimal exact(String whole, String decimals) {
        String integer = whole.replaceAll("[^0-9]", "");
        if (integer.isEmpty() && (decimals == null || decimals.isEmpty())) {
            throw new NotANumber("number-malformed");
        }
        String plain = integer.isEmpty() ? "0" : integer;
        return new BigDecimal(decimals == null || decimals.isEmpty() ? plain : plain + "." + decimals);
    }

    private static String withoutMoney(String text) {
        String rest = text;
        for (Matcher money = MONEY.matcher(rest); money.find(); money = MONEY.matcher(rest)) {
            rest = rest.substring(0, money.start());
        }
        return rest;
    }

    private static String sameDashes(String text) {
        StringBuilder same = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (Dashes.isDash(text.charAt(i))) {
                same.setCharAt(i, '-');
            }
        }
        return same.toString();
    }
}
