package se.fixpunkt.alarms.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Messages that were right until something went wrong with a few of their bytes: what parsers meet and stumble over. */
public final class Mutations {
    private static final int CHANGES = 6;

    private Mutations() {}

    /** @param words pieces that mean something in the protocol, put in at wrong places */
    public static Arbitrary<byte[]> of(List<byte[]> seeds, List<String> words) {
        Arbitrary<byte[]> seed = Arbitraries.of(seeds);
        Arbitrary<Change> change = Arbitraries.integers().between(0, 5).flatMap(kind -> Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .flatMap(place -> Arbitraries.of(words)
                        .flatMap(word -> Arbitraries.bytes().map(value -> new Change(kind, place, word, value)))));
        return seed.flatMap(
                bytes -> change.list().ofMinSize(0).ofMaxSize(CHANGES).map(changes -> changes.stream()
                        .reduce(bytes, Mutations::apply, (one, other) -> other)));
    }

    private record Change(int kind, int place, String word, byte value) {}

    private static byte[] apply(byte[] bytes, Change change) {
        int at = bytes.length == 0 ? 0 : change.place() % bytes.length;
        byte[] before = Arrays.copyOfRange(bytes, 0, at);
        byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
        return switch (change.kind()) {
            case 0 ->
                join(
                        before,
                        new byte[] {change.value()},
                        after.length == 0 ? after : Arrays.copyOfRange(after, 1, after.length));
            case 1 -> join(before, change.word().getBytes(StandardCharsets.ISO_8859_1), after);
            case 2 -> before;
            case 3 ->
                join(
                        before,
                        Arrays.copyOfRange(after, Math.min(after.length, Math.abs(change.value() % 16)), after.length));
            case 4 -> join(before, after, after);
            default -> join(before, new byte[] {change.value()}, after);
        };
    }

    private static byte[] join(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
