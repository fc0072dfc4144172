package se.fixpunkt.shared;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All bundles and all pages of the source tree. */
class TextsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/se/fixpunkt");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern WHOLE_KEY = Pattern.compile("msg(?:\\[|\\.format\\()'([^']+)'\\s*(?=[],)])");

    @Test
    void everyKeyIsWrittenInBothLanguages() {
        for (Path context : contexts()) {
            assertEquals(
                    keys(context, "sv"),
                    keys(context, "en"),
                    () -> context.getFileName() + " differs between languages");
        }
    }

    @Test
    void noKeyIsWrittenInTwoContexts() {
        Set<String> seen = new HashSet<>();
        for (Path context : contexts()) {
            for (String key : keys(context, "sv")) {
                assertTrue(seen.add(key), () -> key + " is written twice, the second time in " + context.getFileName());
            }
        }
    }

    @Test
    void noKeyIsWrittenTwiceInOneFile() throws IOException {
        for (Path context : contexts()) {
            for (String language : List.of("sv", "en")) {
                Path file = context.resolve("messages_" + language + ".properties");
                Set<String> seen = new HashSet<>();
                for (String line : Files.readAllLines(file)) {
                    int end = line.indexOf('=');
                    if (end > 0 && !line.startsWith("#") && !line.startsWith(" ")) {
                        String key = line.substring(0, end).strip();
                        assertTrue(seen.add(key), () -> key + " is written twice in " + file);
                    }
                }
            }
        }
    }

    @Test
    void noTextIsEmpty() {
        for (String language : List.of("sv", "en")) {
            all(language)
                    .forEach((key, text) -> assertTrue(!text.isBlank(), () -> key + " says nothing in " + language));
        }
    }

    @Test
    void everyKeyThatAPageAsksForExists() throws IOException {
        Set<String> written = all("sv").keySet();
        Map<String, String> missing = new TreeMap<>();
        for (Path page : pages()) {
            WHOLE_KEY
                    .matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> !written.contains(key))
                    .forEach(key -> missing.put(key, PAGES.relativize(page).toString()));
        }
        assertEquals(Map.of(), missing);
    }

    @Test
    void everyPatternThatAPageFillsInIsWellFormed() throws IOException {
        Pattern formatted = Pattern.compile("msg\\.format\\('([^']+)'\\s*,");
        for (Path page : pages()) {
            formatted.matcher(Files.readString(page)).results().forEach(match -> {
                for (String language : List.of("sv", "en")) {
                    String text = all(language).get(match.group(1));
                    if (text != null) {
                        assertTrue(
                                new MessageFormat(text).getFormatsByArgumentIndex().length > 0,
                                () -> match.group(1) + " in " + language + " has no place for a value: an apostrophe"
                                        + " is written twice in a pattern");
                    }
                }
            });
        }
    }

    @Test
    void everyRefusalHasWords() throws IOException {
        Set<String> written = all("sv").keySet();
        Set<String> wordless = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/se/fixpunkt"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Pattern.compile("class (\\w+) extends (?:\\w*Rejection|\\w*Refusal)\\b")
                        .matcher(Files.readString(source))
                        .results()
                        .filter(match -> !match.group().contains("abstract"))
                        .map(match -> "rejection." + kebab(match.group(1)))
                        .filter(key -> !written.contains(key))
                        .forEach(wordless::add);
            }
        }
        wordless.removeIf(key -> key.endsWith("-rejection") || key.endsWith("-refusal"));
        assertEquals(Set.of(), wordless);
    }

    private static String kebab(String name) {
        return Pattern.compile("(?<=[a-z0-9])(?=[A-Z])")
                .splitAsStream(name)
                .collect(joining("-"))
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> keys(Path context, String language) {
        return new TreeSet<>(bundle(context, language).stringPropertyNames());
    }

    private static Map<String, String> all(String language) {
        Map<String, String> texts = new TreeMap<>();
        for (Path context : contexts()) {
            bundle(context, language).forEach((key, text) -> texts.put(key.toString(), text.toString()));
        }
        return texts;
    }

    private static Properties bundle(Path context, String language) {
        Properties properties = new Properties();
        Path file = context.resolve("messages_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
        return properties;
    }

    private static List<Path> contexts() {
        try (Stream<Path> directories = Files.list(BUNDLES)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("messages_sv.properties"))
                            || Files.exists(directory.resolve("messages_en.properties")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }
}
