package se.fixpunkt.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Program;
import se.fixpunkt.harness.Program.Outcome;
import se.fixpunkt.harness.RunningFixpunkt;
import se.fixpunkt.harness.Waiting;

/** {@code ops/rotate-key}: the three rounds over a node's environment, and the progress that the running application tells. */
class RotateKeyIT {
    private static final String TODAY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    private Path home;

    @Test
    void threeRoundsBringTheNewKeyToEachNode() throws IOException {
        Path first = environment("first");
        Path second = environment("second");

        round(1, first).wellDone();
        round(1, second, "--key", first + ".new-key").wellDone();
        String fresh = values(first).get("FIXPUNKT_SECRET_KEY_OLD");
        assertNotEquals(TODAY, fresh);
        assertEquals(values(first), values(second));
        assertEquals(TODAY, values(first).get("FIXPUNKT_SECRET_KEY"));

        round(2, first).wellDone();
        assertEquals(
                Map.of(
                        "FIXPUNKT_NODE", "x",
                        "FIXPUNKT_SECRET_KEY", fresh,
                        "FIXPUNKT_SECRET_KEY_OLD", TODAY,
                        "FIXPUNKT_SECRET_KEY_LOOKUP", TODAY),
                values(first));

        round(3, first).wellDone();
        assertEquals(
                Map.of(
                        "FIXPUNKT_NODE", "x",
                        "FIXPUNKT_SECRET_KEY", fresh,
                        "FIXPUNKT_SECRET_KEY_LOOKUP", TODAY),
                values(first));
    }

    @Test
    void aRoundOutOfTurnIsRefusedAndChangesNothing() throws IOException {
        Path file = environment("file");
        Map<String, String> before = values(file);

        assertEquals(1, round(2, file).exit());
        assertEquals(1, round(3, file).exit());
        assertEquals(before, values(file));
        round(1, file).wellDone();
        assertEquals(1, round(1, file).exit());
        assertEquals(1, round(3, file).exit());
    }

    @Test
    void theProgressEndsWhenNothingIsLeft() throws IOException {
        RunningFixpunkt fixpunkt = RunningFixpunkt.get();
        Api administrator = fixpunkt.administrator();
        Path token = home.resolve("token");
        Files.writeString(
                token,
                administrator
                        .post("me/tokens", Map.of("name", "rotation"))
                        .expect(201)
                        .json()
                        .getString("token"));

        // What other tests have left in the form of an earlier release, the node's own timer seals first.
        Waiting.until(
                "nothing is left",
                Duration.ofMinutes(3),
                () -> progress(fixpunkt, token).exit() == 0);
        Outcome told = progress(fixpunkt, token);
        assertEquals(0, told.exit(), told::said);
        assertTrue(told.said().contains(" 0 left"), told::said);

        Files.writeString(token, "none");
        assertEquals(1, progress(fixpunkt, token).exit());
    }

    private Path environment(String name) throws IOException {
        return Files.writeString(home.resolve(name), "FIXPUNKT_NODE=x\nFIXPUNKT_SECRET_KEY=" + TODAY + "\n");
    }

    private static Outcome round(int number, Path file, String... more) {
        List<String> words =
                new ArrayList<>(List.of("ops/rotate-key", "round", Integer.toString(number), file.toString()));
        words.addAll(List.of(more));
        return Program.run("", words);
    }

    private static Outcome progress(RunningFixpunkt fixpunkt, Path token) {
        return Program.run(
                "",
                List.of("ops/rotate-key", "progress", "--url", fixpunkt.url(), "--token", token.toString(), "--once"));
    }

    private static Map<String, String> values(Path file) throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return values;
    }
}
