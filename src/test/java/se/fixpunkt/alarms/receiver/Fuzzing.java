package se.fixpunkt.alarms.receiver;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.logging.Logger;
import net.jqwik.api.Arbitrary;
import se.fixpunkt.harness.AtBest;

/**
 * Broken messages for a while: a second in the build, longer by hand with {@code -Dfuzz.seconds=600}. Also fails on what takes
 * so long that others would wait for it.
 */
public final class Fuzzing {
    private static final Logger LOG = Logger.getLogger(Fuzzing.class.getName());
    private static final Duration WHILE = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 1));
    private static final Duration TOO_LONG = Duration.ofSeconds(2);

    private Fuzzing() {}

    public static void run(String name, Arbitrary<byte[]> messages, Consumer<byte[]> harmless) {
        Iterator<byte[]> endless = messages.sampleStream().iterator();
        long end = System.nanoTime() + WHILE.toNanos();
        long tried = 0;
        while (System.nanoTime() - end < 0) {
            byte[] message = endless.next();
            try {
                AtBest.within(name, TOO_LONG, () -> AtBest.of(() -> harmless.accept(message)));
            } catch (RuntimeException | Error harmed) {
                throw new AssertionError(name + ": " + HexFormat.of().formatHex(message), harmed);
            }
            tried++;
        }
        long all = tried;
        LOG.info(() -> name + ": " + all + " broken messages did no harm");
    }
}
