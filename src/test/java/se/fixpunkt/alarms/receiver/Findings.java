package se.fixpunkt.alarms.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Explained.Finding;

/** What an explanation found wrong, after making sure that people can read everything it found, in both languages. */
public final class Findings {
    private Findings() {}

    public static List<String> wrong(Explained explained) {
        for (String language : List.of("sv", "en")) {
            Properties texts = texts(language);
            explained.findings().stream()
                    .filter(finding -> !texts.containsKey("alarms.check." + finding.code()))
                    .findFirst()
                    .ifPresent(finding -> {
                        throw new AssertionError("no text in " + language + " for " + finding.code());
                    });
        }
        return explained.findings().stream()
                .filter(Finding::wrong)
                .map(finding -> finding.values().isEmpty()
                        ? finding.code()
                        : finding.code() + " " + String.join(" ", finding.values()))
                .toList();
    }

    /** The value of a field; empty when there is none. */
    public static String field(Explained explained, String name) {
        return explained.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Explained.Field::value)
                .findFirst()
                .orElse("");
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (InputStream file = Explained.class.getResourceAsStream("messages_" + language + ".properties")) {
            texts.load(file);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
