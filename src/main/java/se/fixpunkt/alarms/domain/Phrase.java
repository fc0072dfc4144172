package se.fixpunkt.alarms.domain;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of Fixpunkt's own, in the language that it is stored in and in another. */
public final class Phrase {
    private static final Pattern HOLE = Pattern.compile("\\{([0-9])}");

    private final Pattern stored;
    private final List<Integer> holes = new ArrayList<>();
    private final String shown;

    /** Both as {@link MessageFormat} patterns with plain holes. */
    public Phrase(String stored, String shown) {
        StringBuilder expression = new StringBuilder();
        Matcher hole = HOLE.matcher(stored);
        int from = 0;
        while (hole.find()) {
            expression.append(literal(stored.substring(from, hole.start()))).append("(.*?)");
            holes.add(Integer.valueOf(hole.group(1)));
            from = hole.end();
        }
        this.stored = Pattern.compile(
                expression.append(literal(stored.substring(from))).toString());
        this.shown = shown;
    }

    private static String literal(String part) {
        return Pattern.quote(part.replace("''", "'"));
    }

    /** The text in the other language with what it was filled in with; empty when it is not this phrase. */
    public Optional<String> translated(String text) {
        // What ends with a hole that was filled with nothing was stripped.
        return matched(text).or(() -> matched(text + " "));
    }

    private Optional<String> matched(String text) {
        Matcher matcher = stored.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Object[] values = new Object[10];
        for (int i = 0; i < holes.size(); i++) {
            values[holes.get(i)] = matcher.group(i + 1);
        }
        return Optional.of(new MessageFormat(shown, Locale.ROOT).format(values).strip());
    }
}
