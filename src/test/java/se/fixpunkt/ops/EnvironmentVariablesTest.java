package se.fixpunkt.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the README, which IT staff rely on, names exactly what the code reads. */
class EnvironmentVariablesTest {
    private static final Pattern VARIABLE = Pattern.compile("FIXPUNKT_[A-Z0-9_]+");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"(fixpunkt\\.[a-z0-9.]+)\"");

    @Test
    void theReadmeNamesEveryVariableThatTheCodeReads() throws IOException {
        Set<String> unknown = new TreeSet<>(read());
        unknown.removeAll(documented());

        assertEquals(Set.of(), unknown, "add them to the table in README.md");
    }

    @Test
    void theCodeReadsEveryVariableThatTheReadmeNames() throws IOException {
        Set<String> unread = new TreeSet<>(documented());
        unread.removeAll(read());

        assertEquals(Set.of(), unread, "nothing reads them");
    }

    @Test
    void composeSetsOnlyWhatTheReadmeNamesOrTheLoadBalancerReads() throws IOException {
        Set<String> unknown = variables(Files.readString(Path.of("docker-compose.yml")));
        unknown.removeAll(variables(Files.readString(Path.of("README.md"))));
        unknown.removeAll(variables(Files.readString(Path.of("ops/haproxy.cfg"))));

        assertEquals(Set.of(), unknown);
    }

    private static Set<String> documented() throws IOException {
        String table = Files.readString(Path.of("README.md"))
                .lines()
                .filter(line -> line.startsWith("| `FIXPUNKT_"))
                .collect(Collectors.joining("\n"));
        return variables(table);
    }

    /** In Java and in the descriptors, as variables or as MicroProfile properties of the same name. */
    private static Set<String> read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|xml)"))
                    .flatMap(file -> names(text(file)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> names(String text) {
        return Stream.concat(
                variables(text).stream(), PROPERTY.matcher(text).results().map(found -> found.group(1)
                        .toUpperCase(Locale.ROOT)
                        .replace('.', '_')));
    }

    private static Set<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> !name.endsWith("_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
