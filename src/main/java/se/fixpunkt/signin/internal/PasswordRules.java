package se.fixpunkt.signin.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.fixpunkt.users.PasswordRefused.Reason;
import se.fixpunkt.users.Person;

/**
 * What a password must not be. Length counts, composition does not (NIST SP 800-63B §5.1.1.2); refused are those that
 * guessing programs try first: common words dressed up with digits and signs, walks over the keyboard, the same few
 * characters over and over, and the person's own name.
 */
final class PasswordRules {
    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 256;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int OWN_WORD_LENGTH = 3;
    private static final int FEWEST_BESIDES_OWN = 6;
    private static final Set<String> COMMON = read("common-passwords.txt");
    private static final String[] WALKS = {
        "01234567890123456789", "09876543210987654321", "abcdefghijklmnopqrstuvwxyzåäö",
                "qwertyuiopåasdfghjklöäzxcvbnm",
        "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujmikolp",
                "1q2w3e4r5t6y7u8i9o0p"
    };
    private static final Pattern DRESSING = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private PasswordRules() {}

    /** What is wrong with it, if anything is. */
    static Optional<Reason> fault(String password, Person person) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of(Reason.TOO_SHORT);
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Reason.TOO_LONG);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain)) {
            return Optional.of(Reason.TOO_COMMON);
        }
        return isPersonal(plain, person) ? Optional.of(Reason.TOO_PERSONAL) : Optional.empty();
    }

    private static boolean isCommon(String plain) {
        String bare = DRESSING.matcher(plain).replaceAll("");
        String spelled =
                DRESSING.matcher(unleet(ENDS.matcher(plain).replaceAll(""))).replaceAll("");
        return plain.chars().distinct().count() < FEWEST_DIFFERENT
                || isListed(plain)
                || isListed(bare)
                || isListed(spelled)
                || isWalk(plain);
    }

    /** A word of the list, once or repeated. */
    private static boolean isListed(String word) {
        if (COMMON.contains(word)) {
            return true;
        }
        for (int part = 1; part <= word.length() / 2; part++) {
            if (word.length() % part == 0
                    && word.substring(0, part).repeat(word.length() / part).equals(word)
                    && (part < FEWEST_DIFFERENT || COMMON.contains(word.substring(0, part)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWalk(String plain) {
        return Arrays.stream(WALKS)
                .anyMatch(walk -> walk.contains(plain) || walk.repeat(2).contains(plain));
    }

    private static String unleet(String plain) {
        return plain.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static boolean isPersonal(String plain, Person person) {
        String left = plain;
        for (String own : (person.email().key() + " " + person.name().toLowerCase(Locale.ROOT)).split("[@.\\s]+", -1)) {
            if (own.length() >= OWN_WORD_LENGTH && left.contains(own)) {
                left = left.replace(own, "");
            }
        }
        return left.length() < plain.length()
                && DRESSING.matcher(left).replaceAll("").length() < FEWEST_BESIDES_OWN;
    }

    private static Set<String> read(String resource) {
        try (InputStream stream = PasswordRules.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
