package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameSplitterTest {
    private final FrameSplitter splitter = new FrameSplitter();

    @Test
    void cutsFramesThatCameTogether() {
        byte[] two = concat(
                Vectors.named("own-null").frame(), Vectors.named("own-sia").frame());

        assertEquals(List.of(true, true), kinds(splitter.feed(two, two.length)));
        assertFalse(splitter.waiting());
    }

    @Test
    void joinsAFrameThatCameInSingleBytes() {
        List<Piece> pieces = new ArrayList<>();
        for (byte one : Vectors.named("own-aes128-sia").frame()) {
            pieces.addAll(splitter.feed(new byte[] {one}, 1));
        }

        assertEquals(List.of(true), kinds(pieces));
    }

    @Test
    void passesOverNulAndLineEndsBetweenFrames() {
        byte[] frame = Vectors.named("own-null").frame();
        byte[] stream = concat(frame, concat("\0\r\n\0".getBytes(StandardCharsets.ISO_8859_1), frame));

        assertEquals(List.of(true, true), kinds(splitter.feed(stream, stream.length)));
    }

    @Test
    void findsTheFrameAfterGarbage() {
        byte[] stream = concat(
                "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.ISO_8859_1),
                Vectors.named("own-null").frame());

        List<Piece> pieces = splitter.feed(stream, stream.length);

        assertEquals(List.of(false, true), kinds(pieces));
    }

    @Test
    void findsAFrameWhoseRawChecksumLooksLikeLineEnds() {
        for (String body : List.of("\"NULL\"0000L0#1234[]", "\"NULL\"0001L0#1234[]")) {
            for (int high : new int[] {0x0a, 0x0d, 0x00, 0x20}) {
                byte[] frame = ("\n" + (char) high + "\r" + String.format("%04X", body.length()) + body + "\r")
                        .getBytes(StandardCharsets.ISO_8859_1);
                List<Piece> pieces = new ArrayList<>();
                for (byte one : frame) {
                    pieces.addAll(splitter.feed(new byte[] {one}, 1));
                }
                assertEquals(List.of(true), kinds(pieces));
            }
        }
    }

    @Test
    void takesADatagramWithoutItsCarriageReturn() {
        byte[] frame = Vectors.named("own-null").frame();

        byte[] wrong = frame.clone();
        wrong[1] ^= 1;

        assertEquals(List.of(), splitter.feed(wrong, wrong.length - 1));
        assertEquals(List.of(true), kinds(splitter.finish()));
        assertEquals(List.of(true), kinds(splitter.feed(frame, frame.length - 1)));
    }

    @Test
    void aFrameWithoutCarriageReturnEndsWhereItsLengthAndChecksumSay() {
        for (String end : List.of("", "\n", "\0", "\r\n")) {
            byte[] frame = withoutEnd("own-sia");
            byte[] two = concat(
                    concat(frame, end.getBytes(StandardCharsets.ISO_8859_1)),
                    Vectors.named("own-null").frame());
            FrameSplitter fresh = new FrameSplitter();

            List<Piece> pieces = fresh.feed(two, two.length);

            assertEquals(List.of(true, true), kinds(pieces));
            pieces.forEach(piece ->
                    assertNull(FrameReader.read(piece.bytes().toArray()).fault()));
            assertFalse(fresh.waiting());
        }
    }

    @Test
    void waitsForTheRestOfAFrameWhoseLengthIsNotThereYet() {
        byte[] frame = withoutEnd("own-sia");

        assertEquals(List.of(), splitter.feed(frame, frame.length - 1));
        assertTrue(splitter.waiting());
    }

    @Test
    void findsAFrameWithoutLineFeedBehindGarbage() {
        byte[] frame = Vectors.named("own-sia").frame();
        byte[] stream = concat(
                "hello ".getBytes(StandardCharsets.ISO_8859_1), java.util.Arrays.copyOfRange(frame, 1, frame.length));

        assertEquals(List.of(false, true), kinds(splitter.feed(stream, stream.length)));
    }

    @Test
    void givesUpAFrameThatNeverEnds() {
        byte[] endless = ("\nABCD0FFF\"" + "x".repeat(2 * FrameSplitter.LONGEST)).getBytes(StandardCharsets.ISO_8859_1);

        List<Piece> pieces = splitter.feed(endless, endless.length);

        assertTrue(pieces.stream().noneMatch(Piece::frame));
        assertFalse(splitter.waiting());
    }

    @Property
    void neverThrowsLoopsOrHoards(@ForAll @Size(max = 40) List<byte[]> chunks) {
        FrameSplitter fresh = new FrameSplitter();
        for (byte[] chunk : chunks) {
            fresh.feed(chunk, chunk.length)
                    .forEach(piece -> FrameReader.read(piece.bytes().toArray()));
        }
        fresh.finish();
        assertFalse(fresh.waiting());
    }

    @Property
    void findsTheSameFramesHoweverTheStreamIsCut(@ForAll @IntRange(min = 1, max = 200) int cut) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        Vectors.all().forEach(vector -> stream.writeBytes(vector.frame()));
        byte[] all = stream.toByteArray();
        FrameSplitter fresh = new FrameSplitter();
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < all.length; from += cut) {
            byte[] part = java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + cut));
            pieces.addAll(fresh.feed(part, part.length));
        }
        assertEquals(Vectors.all().count(), pieces.stream().filter(Piece::frame).count());
        assertEquals(Vectors.all().count(), pieces.size());
    }

    private static byte[] withoutEnd(String vector) {
        byte[] frame = Vectors.named(vector).frame();
        return java.util.Arrays.copyOf(frame, frame.length - 1);
    }

    private static List<Boolean> kinds(List<Piece> pieces) {
        return pieces.stream().map(Piece::frame).toList();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
