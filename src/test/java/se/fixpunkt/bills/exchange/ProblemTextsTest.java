package se.fixpunkt.bills.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.bills.domain.UnreadableFile;

/** Every problem and every refusal of an import has words in both languages. */
class ProblemTextsTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+|formulas)\"");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void isThere(String language) throws IOException {
        Properties texts = new Properties();
        Path bundle = Path.of("src/main/resources/se/fixpunkt/bills/messages_" + language + ".properties");
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        List<String> missing = Stream.concat(
                        Stream.of(UnreadableFile.Reason.values())
                                .map(reason -> new UnreadableFile(reason).messageKey()),
                        problemKeys())
                .filter(key -> texts.getProperty(key) == null)
                .toList();
        assertEquals(List.of(), missing);
    }

    private static Stream<String> problemKeys() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/se/fixpunkt/bills/exchange"))) {
            List<Path> sources = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("SecureXml.java"))
                    .toList();
            return sources.stream()
                    .flatMap(file -> KEY.matcher(source(file)).results().map(found -> found.group(1)))
                    .distinct()
                    .map(key -> "bills.import.problem." + key);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
