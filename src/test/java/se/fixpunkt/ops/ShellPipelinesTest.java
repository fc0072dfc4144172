package se.fixpunkt.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * With {@code pipefail} a pipeline fails when its reader leaves before its writer has written everything, which depends on luck: one
 * start of the server groups in some thousand ended so. Readers here read to the end.
 */
class ShellPipelinesTest {
    private static final Pattern LEAVES_EARLY = Pattern.compile(
            "(?<!\\|)\\|&?\\s*(head\\b|grep\\s+(-\\w*\\s+)*(-[a-zA-Z]*[qm]|--quiet|--max-count)|sed\\s+(-\\w+\\s+)*'?[0-9]*q)");

    @Test
    void everyReaderOfAPipelineReadsToTheEnd() throws IOException {
        assertEquals(
                List.of(),
                early(Path.of("ops")),
                "say sed -n 1p instead of head -n 1, and grep >/dev/null instead of grep -q");
        assertEquals(List.of(), early(Path.of(".ci")));
    }

    @Test
    void knowsThoseThatLeaveEarly() {
        for (String early : List.of(
                "a | head -n 1",
                "a |head -c 4",
                "a | grep -q b",
                "a | grep -Fxq b",
                "a | grep -F -m 1 b",
                "a | sed 1q")) {
            assertTrue(LEAVES_EARLY.matcher(early).find(), early);
        }
        for (String whole : List.of(
                "head -n 1 file", "grep -q a file || head -n 1 file", "a | grep b >/dev/null", "a | sed -n 1p")) {
            assertFalse(LEAVES_EARLY.matcher(whole).find(), whole);
        }
    }

    private static List<String> early(Path folder) throws IOException {
        try (Stream<Path> scripts = Files.walk(folder)) {
            return scripts.filter(Files::isRegularFile)
                    .flatMap(ShellPipelinesTest::lines)
                    .filter(line -> LEAVES_EARLY.matcher(line).find())
                    .toList();
        }
    }

    private static Stream<String> lines(Path script) {
        try {
            return Files.readAllLines(script).stream().map(line -> script + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
