package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixpunkt.alarms.receiver.dc09.FrameReader.Fault;

class FrameReaderTest {
    static Stream<Vectors.Vector> vectors() {
        return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsEveryVector(Vectors.Vector vector) {
        FrameReader.Result result = FrameReader.read(vector.frame());

        assertNull(result.fault());
        assertEquals(vector.encrypted(), result.frame().encrypted());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writesEveryPlainFrameAsItWas(Vectors.Vector vector) {
        String text = new String(vector.frame(), StandardCharsets.ISO_8859_1);
        String body = text.substring(text.indexOf('"'), text.length() - 1);

        assertEquals(text, FrameWriter.frame(body).text(StandardCharsets.ISO_8859_1));
    }

    @Test
    void checksumOfTheStandardsExampleIsBb3d() {
        assertEquals(0xBB3D, Crc16.of("123456789"));
    }

    @Test
    void takesTheHeaderApart() {
        Frame frame = FrameReader.read(Vectors.named("std-sia-dcs").frame()).frame();

        assertEquals(new Frame("SIA-DCS", false, "9876", "579BDF", "789ABC", "12345A", "#12345A|NFA129]"), frame);
    }

    @Test
    void takesTheIdFromTheFirstQuotedText() {
        assertEquals(
                "SIA-DCS",
                FrameReader.read(Vectors.named("own-odd-quotes").frame())
                        .frame()
                        .id());
    }

    @Test
    void refusesAWrongChecksum() {
        byte[] frame = Vectors.named("own-sia").frame();
        frame[1] ^= 1;

        assertEquals(Fault.CHECKSUM, FrameReader.read(frame).fault());
    }

    /** As Eldes panels send: checksum and length with the carriage return in them. */
    @Test
    void refusesAChecksumThatCountsTheCarriageReturn() {
        byte[] frame = latin1("\nF19A002B\"ADM-CID\"0056L9999#9999[#9999|1900 00 001]\r");

        assertEquals(Fault.CHECKSUM, FrameReader.read(frame).fault());
        List<Piece> pieces = new FrameSplitter().feed(frame, frame.length);
        assertEquals(frame.length, pieces.get(0).bytes().length());
    }

    @Test
    void refusesAWrongLength() {
        String body = "\"NULL\"0001L0#1234[]";
        String frame = String.format(Locale.ROOT, "\n%04X%04X%s\r", Crc16.of(body), body.length() + 1, body);

        assertEquals(Fault.LENGTH, FrameReader.read(latin1(frame)).fault());
    }

    @Test
    void acceptsADecimalLength() {
        String body = "\"NULL\"0001L0#1234[]";

        assertReads(String.format(Locale.ROOT, "\n%04X%04d%s\r", Crc16.of(body), body.length(), body));
    }

    @Test
    void acceptsLowercaseHexadecimal() {
        String body = "\"SIA-DCS\"0421L0#abcd[#abcd|Nri1/QA0001]";

        assertReads(String.format(Locale.ROOT, "\n%04x%04x%s\r", Crc16.of(body), body.length(), body));
    }

    @Test
    void acceptsAChecksumOfTwoRawBytes() {
        String body = "\"SIA-DCS\"0421L0#1234[#1234|Nri1/QA0001]";
        int crc = Crc16.of(body);

        assertReads("\n" + (char) (crc >> 8) + (char) (crc & 0xff)
                + String.format(Locale.ROOT, "%04X%s\r", body.length(), body));
    }

    @Test
    void acceptsANulAfterTheCarriageReturn() {
        assertReads(new String(Vectors.named("own-null").frame(), StandardCharsets.ISO_8859_1) + "\0");
    }

    @Test
    void acceptsALineWithoutDigitsAndNoLineAtAll() {
        assertReads(FrameWriter.frame("\"NULL\"0000L#1234[]").text(StandardCharsets.ISO_8859_1));
        assertReads(FrameWriter.frame("\"NULL\"0000#1234[]").text(StandardCharsets.ISO_8859_1));
    }

    @Test
    void acceptsAFrameThatEndsWithALineFeedANulOrNothing() {
        String body = "\"NULL\"0001L0#1234[]";
        for (String end : new String[] {"", "\n", "\0", "  ", "\n\0"}) {
            assertReads(String.format(Locale.ROOT, "\n%04X%04X%s%s", Crc16.of(body), body.length(), body, end));
        }
    }

    @Test
    void acceptsSmallLettersAndASequenceOfHexadecimalDigits() {
        Frame frame = FrameReader.read(
                        FrameWriter.frame("\"sia-dcs\"00a1r2l3#abc[#abc|NBA01]").toArray())
                .frame();

        assertEquals(new Frame("SIA-DCS", false, "00a1", "2", "3", "abc", "#abc|NBA01]"), frame);
    }

    @Test
    void readsAnAccountThatIsNoneSoThatTheFrameCanBeRefused() {
        for (String account : new String[] {"12-34", "1", "12345678901234567", "x.y"}) {
            byte[] frame = FrameWriter.frame("\"NULL\"0001L0#" + account + "[]").toArray();
            assertEquals(account, FrameReader.read(frame).frame().account());
        }
        assertNull(FrameReader.read(FrameWriter.frame("\"NULL\"0001L0#[]").toArray())
                .frame()
                .account());
    }

    @Test
    void findsNothingInAWebRequest() {
        assertEquals(
                Fault.SYNTAX, FrameReader.read(latin1("GET / HTTP/1.1\r\n\r\n")).fault());
    }

    private static void assertReads(String frame) {
        FrameReader.Result result = FrameReader.read(latin1(frame));
        assertTrue(result.frame() != null, () -> "fault " + result.fault());
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
