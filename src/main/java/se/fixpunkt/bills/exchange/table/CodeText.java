package se.fixpunkt.bills.exchange.table;

import java.util.regex.Pattern;
import se.fixpunkt.bills.domain.Code;

/** What stands in the column of codes: a code, possibly with stray spaces, or words that ended up there. */
final class CodeText {
    private static final Pattern LETTERS =
            Pattern.compile("\\p{Lu}{1,5}([./-]?[0-9A-Za-zÅÄÖåäö]{1,8})*( [0-9A-Za-z]{1,4})?");
    private static final Pattern DIGITS = Pattern.compile("\\d[0-9A-Za-z./-]{0,30}");

    private CodeText() {}

    /** The text without spaces around its points: {@code CBB .111} is {@code CBB.111}. */
    static String tidied(String text) {
        return text.replaceAll(" ?\\. ?", ".");
    }

    static boolean looksLikeCode(String text) {
        return text.length() <= Code.MAX_LENGTH
                && (LETTERS.matcher(text).matches() || DIGITS.matcher(text).matches());
    }

    static boolean canBeCode(String text) {
        return text.length() <= Code.MAX_LENGTH && text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
