package se.fixpunkt.alarms.domain;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Contact;
import se.fixpunkt.alarms.DeviceRecord;

/**
 * What a sealed record can be found by: whole words of the person's, the contacts' and the address's names, and telephone
 * numbers. Only equality can be asked for, because only keyed hashes of these are stored.
 */
public final class SearchWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PHONE = Pattern.compile("[+()\\d\\s./-]+");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int SHORTEST_PHONE = 5;

    private SearchWords() {}

    public static Set<String> of(DeviceRecord record) {
        Set<String> words = new LinkedHashSet<>();
        addWords(words, record.person());
        addWords(words, record.address());
        for (Contact contact : record.contacts()) {
            addWords(words, contact.name());
            addPhone(words, contact.phone());
        }
        return words;
    }

    /** The address, however its words are set apart: records with the same one are at the same site. Empty without one. */
    public static Optional<String> site(DeviceRecord record) {
        Set<String> words = new LinkedHashSet<>();
        addWords(words, record.address());
        return words.isEmpty() ? Optional.empty() : Optional.of("site " + String.join(" ", words));
    }

    /** What somebody typed: a telephone number, or words that must all be there. */
    public static Set<String> asked(String text) {
        Set<String> words = new LinkedHashSet<>();
        if (PHONE.matcher(text).matches()) {
            addPhone(words, text);
        }
        if (words.isEmpty()) {
            addWords(words, text);
        }
        return words;
    }

    private static void addWords(Collection<String> words, String text) {
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)) {
            if (!word.isEmpty()) {
                words.add("word " + word);
            }
        }
    }

    /** Written with or without the country's code: {@code +46 70-123 45 67} and {@code 0701234567} are the same. */
    private static void addPhone(Collection<String> words, String phone) {
        String digits = NO_DIGIT.matcher(phone).replaceAll("");
        if (digits.length() < SHORTEST_PHONE) {
            return;
        }
        boolean abroad = phone.strip().startsWith("+") || digits.startsWith("00");
        String bare = digits.startsWith("00") ? digits.substring(2) : digits;
        if (abroad && bare.startsWith("46")) {
            bare = bare.substring(2);
        }
        words.add("phone " + (bare.startsWith("0") ? bare.substring(1) : bare));
    }
}
