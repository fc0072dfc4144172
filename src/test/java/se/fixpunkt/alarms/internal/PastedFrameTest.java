package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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
