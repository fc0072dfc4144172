package se.fixpunkt.bills.exchange.table;

import java.text.Normalizer;
import java.util.Locale;

/** Words as labels are compared: without accents, spaces, punctuation and case. */
final class Label {
    private Label() {}

    static String of(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
