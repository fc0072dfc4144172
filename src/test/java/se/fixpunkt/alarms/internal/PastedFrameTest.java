package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixpunkt.alarms.domain.Bytes;

class PastedFrameTest {
    private static final Bytes FRAME = Bytes.latin1("\n83DB\"NULL\"\r");

    @Test
    void unseenCharactersAreNamed() {
        assertEquals(FRAME, bytes("<LF>83DB\"NULL\"<CR>"));
        assertEquals(Bytes.latin1("a\0b\u001f\t"), bytes("a<NUL>b<1F><TAB>"));
    }

    /** As receivers' logs show them. */
    @Test
    void unseenCharactersMayBeNumbered() {
        assertEquals(FRAME, bytes("<0x0A>83DB\"NULL\"<0x0D>\n"));
        assertEquals(FRAME, bytes("<0x0a>83DB\"NULL\"<0x0d>"));
    }

    @Test
    void whereLineEndsAreNamedThoseOfTheTextBoxMeanNothing() {
        assertEquals(FRAME, bytes("<LF>83DB\r\n\"NULL\"\n<CR>\n"));
    }

    @Test
    void hexadecimalDigitsAreBytesHoweverTheyAreSeparated() {
        assertEquals(FRAME, bytes("0a 38 33 44 42 22 4e 55 4c 4c 22 0d"));
        assertEquals(FRAME, bytes("0x0A3833444222\n4E554C4C220D"));
        assertEquals(FRAME, bytes("0A:38:33:44:42:22:4E:55:4C:4C:22:0D"));
    }

    @Test
    void aHexDumpIsReadWithoutItsOffsetsAndItsText() {
        assertEquals(FRAME, bytes("0000  0a 38 33 44 42 22 4e 55  ·83DB\"NU\n0008  4c 4c 22 0d              LL\"·"));
    }

    @Test
    void digitsAreBytesHoweverAProgramWritesThem() {
        assertEquals(FRAME, bytes("0x0A, 0x38, 0x33, 0x44, 0x42, 0x22,\n0x4E, 0x55, 0x4C, 0x4C, 0x22, 0xD"));
        assertEquals(FRAME, bytes("{0xA,0x38,0x33,0x44,0x42,0x22,0x4e,0x55,0x4c,0x4c,0x22,0x0d};"));
        assertEquals(FRAME, bytes("\\x0a\\x38\\x33\\x44\\x42\\x22\\x4e\\x55\\x4c\\x4c\\x22\\x0d"));
        assertEquals(FRAME, bytes("[0A][38][33][44][42][22][4E][55][4C][4C][22][0D]"));
        assertEquals(FRAME, bytes("0a38 3344 4222\n4e55 4c4c 220d"));
        assertEquals(FRAME, bytes("0a383344\n42224e55\n4c4c220d"));
    }

    @Test
    void lineEndsMayBeNamedInSquareBrackets() {
        assertEquals(FRAME, bytes("[LF]83DB\"NULL\"[CR]"));
        assertEquals(FRAME, bytes("[LF]83DB\"NULL\"[CR]\n"));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void whatTheUsualProgramsPrintIsRead(String program, String dump) {
        assertEquals(Bytes.latin1("\n83DB0010\"NULL\"00 12 0L0#1234[]_ab\r\n"), bytes(dump), program);
    }

    static Stream<Arguments> dumps() {
        return Stream.of(
                Arguments.of(
                        "hexdump -C",
                        """
                        00000000  0a 38 33 44 42 30 30 31  30 22 4e 55 4c 4c 22 30  |.83DB0010"NULL"0|
                        00000010  30 20 31 32 20 30 4c 30  23 31 32 33 34 5b 5d 5f  |0 12 0L0#1234[]_|
                        00000020  61 62 0d 0a                                       |ab..|
                        00000024
                        """),
                Arguments.of(
                        "xxd",
                        """
                        00000000: 0a38 3344 4230 3031 3022 4e55 4c4c 2230  .83DB0010"NULL"0
                        00000010: 3020 3132 2030 4c30 2331 3233 345b 5d5f  0 12 0L0#1234[]_
                        00000020: 6162 0d0a                                ab..
                        """),
                Arguments.of(
                        "od -A x -t x1z",
                        """
                        000000 0a 38 33 44 42 30 30 31 30 22 4e 55 4c 4c 22 30  >.83DB0010"NULL"0<
                        000010 30 20 31 32 20 30 4c 30 23 31 32 33 34 5b 5d 5f  >0 12 0L0#1234[]_<
                        000020 61 62 0d 0a                                      >ab..<
                        000024
                        """),
                Arguments.of(
                        "od -t x1",
                        """
                        0000000 0a 38 33 44 42 30 30 31 30 22 4e 55 4c 4c 22 30
                        0000020 30 20 31 32 20 30 4c 30 23 31 32 33 34 5b 5d 5f
                        0000040 61 62 0d 0a
                        0000044
                        """),
                Arguments.of(
                        "od -A d -t x1",
                        """
                        0000000 0a 38 33 44 42 30 30 31 30 22 4e 55 4c 4c 22 30
                        0000016 30 20 31 32 20 30 4c 30 23 31 32 33 34 5b 5d 5f
                        0000032 61 62 0d 0a
                        0000036
                        """),
                Arguments.of(
                        "tcpdump -X",
                        """
                        \t0x0000:  0a38 3344 4230 3031 3022 4e55 4c4c 2230  .83DB0010"NULL"0
                        \t0x0010:  3020 3132 2030 4c30 2331 3233 345b 5d5f  0.12.0L0#1234[]_
                        \t0x0020:  6162 0d0a                                ab..
                        """),
                Arguments.of(
                        "Wireshark",
                        """
                        0000   0a 38 33 44 42 30 30 31 30 22 4e 55 4c 4c 22 30   .83DB0010"NULL"0
                        0010   30 20 31 32 20 30 4c 30 23 31 32 33 34 5b 5d 5f   0 12 0L0#1234[]_
                        0020   61 62 0d 0a                                       ab..
                        """));
    }

    @Test
    void textBesideADumpIsNotReadEvenWhenItLooksLikeBytes() {
        assertEquals(
                Bytes.latin1("00 12 ab cd ef 01abcd 12 34"),
                bytes("0000  30 30 20 31 32 20 61 62 20 63 64 20 65 66 20 30  00 12 ab cd ef 0\n"
                        + "0010  31 61 62 63 64 20 31 32 20 33 34                 1abcd 12 34"));
    }

    @Test
    void aFrameIsNeverTakenForDigits() {
        for (String frame : List.of(
                "83DB0010\"NULL\"0000L0#1234[]",
                "<mrq><ref>1</ref><cid>00112233</cid></mrq>",
                "{\"a\":[1,2,3,4,5,6]}",
                "0011 2233 \"NULL\"0000L0#1234[#1234|1110 00 129]",
                "[#12345678]",
                "00000000 ff\nGET / HTTP/1.1")) {
            assertEquals(Bytes.utf8(frame), bytes(frame));
        }
    }

    @Test
    void lettersThatTheProtocolsUsualCharsetLacksAreUtf8() {
        assertEquals(Bytes.utf8("[SУлица]"), PastedFrame.bytes("[SУлица]", StandardCharsets.ISO_8859_1));
        assertEquals(Bytes.latin1("[SKök]"), PastedFrame.bytes("[SKök]", StandardCharsets.ISO_8859_1));
    }

    @Test
    void elementsOfXmlAreNoNames() {
        assertEquals(Bytes.utf8("<mrq><ref>1</ref><AB>å</AB></mrq>"), bytes("<mrq><ref>1</ref><AB>å</AB></mrq>"));
    }

    @Test
    void aTextAsLongAsMayBePastedIsRead() {
        assertEquals(150_000, bytes("ab".repeat(150_000)).length());
        assertEquals(299_999, bytes("a".repeat(299_999)).length());
    }

    private static Bytes bytes(String pasted) {
        return PastedFrame.bytes(pasted, StandardCharsets.UTF_8);
    }
}
