package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.Fuzzing;
import se.fixpunkt.alarms.receiver.Mutations;
import se.fixpunkt.shared.OrganisationId;

class FrameFuzzTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");
    private static final String KEY = "0123456789ABCDEF";

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(
                Vectors.all().map(Vectors.Vector::frame).toList(),
                List.of(
                        "\n",
                        "\r",
                        "\0",
                        "\"",
                        "[",
                        "]",
                        "#",
                        "|",
                        "*",
                        "_",
                        "{",
                        "FFFF",
                        "0000",
                        "GET / HTTP/1.1\r\n"));
    }

    @Property(tries = 1)
    void nothingBrokenDoesHarmForAWhile() {
        Fuzzing.run("DC-09", broken(), bytes -> {
            brokenFramesAreCutAndRefusedWithoutHarm(bytes, 7);
            brokenContentIsInterpretedWithoutHarm(bytes);
        });
    }

    @Property(tries = 1500)
    void brokenFramesAreCutAndRefusedWithoutHarm(
            @ForAll("broken") byte[] bytes, @ForAll @IntRange(min = 1, max = 60) int cut) {
        List<Piece> pieces = new ArrayList<>();
        FrameSplitter splitter = new FrameSplitter();
        for (int from = 0; from < bytes.length; from += cut) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + cut));
            pieces.addAll(splitter.feed(part, part.length));
        }
        pieces.addAll(splitter.finish());

        assertTrue(pieces.stream().mapToInt(piece -> piece.bytes().length()).sum() <= bytes.length);
        pieces.stream().filter(Piece::frame).forEach(piece -> {
            FrameReader.Result result = FrameReader.read(piece.bytes().toArray());
            assertTrue((result.frame() == null) != (result.fault() == null));
        });
    }

    /** As {@link #brokenFramesAreCutAndRefusedWithoutHarm}, but the checksum is right: what is inside is looked at. */
    @Property(tries = 1500)
    void brokenContentIsInterpretedWithoutHarm(@ForAll("broken") byte[] bytes) {
        int quote = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('"');
        String body = new String(
                        bytes, Math.max(quote, 0), bytes.length - Math.max(quote, 0), StandardCharsets.ISO_8859_1)
                .replace("\r", "");
        FrameReader.Result result = FrameReader.read(FrameWriter.frame(body).toArray());
        if (result.frame() != null) {
            for (String key : new String[] {null, KEY}) {
                assertNotNull(interpret(result.frame(), key).verdict());
            }
        }
    }

    @Property(tries = 2000)
    void whatAKeyHasEncryptedItDecrypts(@ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 200) String text) {
        FrameCipher key = FrameCipher.meantBy(KEY).get(0);
        String plain = key.decrypt(key.encrypt(text)).orElseThrow();
        assertTrue(plain.endsWith(text));
        assertTrue(plain.length() % 16 == 0
                && plain.length() - text.length() >= 1
                && plain.length() - text.length() <= 16);
    }

    @Property(tries = 2000)
    void whatIsWrittenIsRead(
            @ForAll @IntRange(max = 9999) int sequence,
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'F') @StringLength(min = 3, max = 16)
                    String account,
            @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 100) String data) {
        String body = String.format("\"SIA-DCS\"%04dL0#%s[#%s|%s]", sequence, account, account, data);
        byte[] written = FrameWriter.frame(body).toArray();

        List<Piece> pieces = new FrameSplitter().feed(written, written.length);
        Frame frame = FrameReader.read(pieces.get(0).bytes().toArray()).frame();

        assertArrayEquals(written, pieces.get(0).bytes().toArray());
        assertEquals(String.format("%04d", sequence), frame.sequence());
        assertEquals(account, frame.account());
        assertEquals("#" + account + "|" + data + "]", frame.content());
    }

    private static Interpretation interpret(Frame frame, String key) {
        Sender sender = new Sender(
                DeviceId.next(), OrganisationId.next(), Optional.ofNullable(key).map(Bytes::utf8));
        return new FrameInterpreter(frame, DeviceIdentity.of(Protocol.DC09, "1234"), NOW)
                .interpret(Optional.of(sender));
    }
}
