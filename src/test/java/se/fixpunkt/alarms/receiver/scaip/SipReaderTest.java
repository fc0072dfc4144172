package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.domain.Bytes;

class SipReaderTest {
    private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.10", 5060);

    @Test
    void readsCompactAndFoldedFields() {
        SipMessage.Request request = request(
                """
                MESSAGE sip:arc@198.51.100.5 SIP/2.0
                v: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK1
                f: "Device, the"
                  <sip:12345678@192.0.2.10>;tag=d1
                t: sip:arc@198.51.100.5
                i: c1
                CSEQ: 1 MESSAGE
                c: application/scaip+xml
                l: 4

                body""");

        assertEquals(
                Optional.of("\"Device, the\" <sip:12345678@192.0.2.10>;tag=d1"),
                request.fields().first("from"));
        assertEquals(
                "12345678",
                Party.read(request.fields().first("from").orElseThrow()).user());
        assertEquals("body", request.body().text(StandardCharsets.UTF_8));
    }

    @Test
    void aDatagramNeedNotTellItsLength() {
        assertEquals(
                "body", request("MESSAGE sip:a SIP/2.0\nVia: x\n\nbody").body().text(StandardCharsets.UTF_8));
    }

    @Test
    void aLengthThatIsALieIsToldOfARequestAndEndsAResponse() {
        assertFalse(request("MESSAGE sip:a SIP/2.0\nl: 9\n\nbody").whole());
        assertFalse(request("MESSAGE sip:a SIP/2.0\nl: -9\n\nbody").whole());
        assertFalse(request("MESSAGE sip:a SIP/2.0\nl: 3\nl: 4\n\nbody").whole());
        assertTrue(request("MESSAGE sip:a SIP/2.0\nl: 4\nl: 4\n\nbody").whole());
        assertTrue(SipReader.read(utf8("SIP/2.0 200 OK\nl: 9\n\nbody")).isEmpty());
    }

    @Test
    void severalViasMayStandInOneField() {
        SipMessage.Request request = request(
                "MESSAGE sip:a SIP/2.0\nVia: SIP/2.0/UDP a;branch=1, SIP/2.0/UDP b;branch=2\nv: SIP/2.0/TCP c\n\n");

        assertEquals(
                List.of("SIP/2.0/UDP a;branch=1", "SIP/2.0/UDP b;branch=2", "SIP/2.0/TCP c"),
                request.fields().all("via"));
    }

    @Test
    void fillsInTheAddressThatARequestReallyCameFrom() {
        assertEquals(
                "SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKalarm0001;rport=5060;received=192.0.2.10",
                via("SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bKalarm0001;rport").answeredTo(PEER));
        assertEquals(
                "SIP/2.0/UDP 10.0.0.7:5062;branch=b;received=192.0.2.10",
                via("SIP / 2.0 / UDP 10.0.0.7:5062 ; branch=b").answeredTo(PEER));
        assertEquals(
                "SIP/2.0/UDP 192.0.2.10;branch=b",
                via("SIP/2.0/UDP 192.0.2.10;branch=b").answeredTo(PEER));
    }

    @Test
    void answersASenderBehindATranslatorWhereItCameFrom() {
        assertEquals(PEER, via("SIP/2.0/UDP 10.0.0.7:5062;branch=b").target(PEER));
        assertEquals(PEER, via("SIP/2.0/UDP 192.0.2.10:5062;branch=b;rport").target(PEER));
    }

    @Test
    void answersASenderInTheOpenAtThePortItNames() {
        assertEquals(
                new InetSocketAddress("192.0.2.10", 5062),
                via("SIP/2.0/UDP 192.0.2.10:5062;branch=b").target(PEER));
    }

    @Test
    void readsAddressesOfTheSixthVersion() {
        InetSocketAddress peer = new InetSocketAddress("2001:db8::9", 5071);
        Via via = via("SIP/2.0/UDP [2001:db8::1]:5070;branch=b;rport");

        assertEquals("[2001:db8::1]", via.host());
        assertEquals(5070, via.port());
        assertTrue(via.answeredTo(peer).endsWith(";rport=5071;received=2001:db8:0:0:0:0:0:9"));
    }

    @Test
    void readsTheUserOfEveryFormOfAddress() {
        assertEquals("12345678", Party.read("<sip:12345678@h>;tag=1").user());
        assertEquals("12345678", Party.read("sip:12345678@h;tag=1").user());
        assertEquals(
                "12345678",
                Party.read("\"A <b>\" <sips:%312345678:secret@h:5061;transport=tcp>")
                        .user());
        assertEquals("", Party.read("<sip:h>").user());
        assertEquals(
                "+4612345678",
                Party.read("<tel:+4612345678;phone-context=x>;tag=1").user());
        assertEquals("tel:+4612345678", Party.read("<tel:+4612345678>").uri());
        assertTrue(Party.read("<tel:+4612345678>").isController("4612345678"));
        assertTrue(Party.read("<tel:+46-70-123.45(67)>").isController("46701234567"));
        assertTrue(Party.read("<sip:0012@h>").isController("12"));
        assertFalse(Party.read("<sip:h>").isController("0"));
        assertFalse(Party.read("<sip:120@h>").isController("12"));
        assertEquals("", Party.read("nonsense").user());
        assertTrue(Party.read("<sip:a@h>;tag=1").tagged());
        assertFalse(Party.read("<sip:a@h;tag=1>").tagged());
    }

    @Test
    void cutsAStreamByLengthAndCountsPings() {
        SipStream stream = new SipStream();
        byte[] bytes = utf8(
                "\r\n\r\nMESSAGE sip:a SIP/2.0\r\nContent-Length: 4\r\n\r\nbodyOPTIONS sip:a SIP/2.0\r\n\r\n\r\n\r\n");

        List<Bytes> messages = stream.feed(bytes, bytes.length);

        assertEquals(2, messages.size());
        assertTrue(messages.get(0).text(StandardCharsets.UTF_8).endsWith("body"));
        assertEquals(2, stream.takePings());
        assertFalse(stream.isBroken());
    }

    @Test
    void aMessageOnAConnectionThatTellsNoLengthEndsWithItsXml() {
        SipStream stream = new SipStream();
        byte[] first = utf8("MESSAGE sip:a SIP/2.0\r\nContent-Type: text/xml\r\n\r\n<mrq><ref>1</ref>");
        byte[] rest = utf8("</mrq>OPTIONS sip:a SIP/2.0\r\n\r\n");

        assertEquals(List.of(), stream.feed(first, first.length));
        List<Bytes> messages = stream.feed(rest, rest.length);

        assertEquals(2, messages.size());
        assertTrue(messages.get(0).text(StandardCharsets.UTF_8).endsWith("<ref>1</ref></mrq>"));
        assertFalse(stream.waiting());
    }

    @Test
    void aMessageOnAConnectionThatTellsNoLengthIsNotWaitedForWithoutEnd() {
        SipStream stream = new SipStream();
        byte[] head = utf8("MESSAGE sip:a SIP/2.0\r\nContent-Type: text/xml\r\n\r\n<mrq>");
        byte[] more = utf8("<x>".repeat(6000));

        assertEquals(List.of(), stream.feed(head, head.length));
        List<Bytes> messages = stream.feed(more, more.length);

        assertEquals(1, messages.size());
        assertTrue(stream.isBroken());
    }

    /** Letters were counted where bytes are to be. */
    @Test
    void aDatagramWhoseLengthCutsItsXmlIsReadToTheEnd() {
        String head = "MESSAGE sip:a SIP/2.0\r\nContent-Length: ";
        String xml = "<mrq><dte>Åäö</dte></mrq>";

        assertEquals(
                Bytes.utf8(xml),
                request(head + xml.length() + "\r\n\r\n" + xml + "\r\n").body());
        assertEquals(Bytes.NONE, request(head + "0\r\n\r\n" + xml).body());
    }

    @Test
    void aDatagramThatTellsMoreThanItSendsIsWholeWhenItsXmlIs() {
        String head = "MESSAGE sip:a SIP/2.0\r\nContent-Length: 144\r\n\r\n";
        String xml = "<?xml version=\"1.0\"?>\n<s:mrq xmlns:s='x'>\n<s:ref>1</s:ref>\n</s:mrq >\n";

        assertTrue(request(head + xml).whole());
        assertEquals(Bytes.utf8(xml), request(head + xml).body());
        assertFalse(request(head + "<mrq><ref>1</ref></mr").whole());
        assertFalse(request(head + "nonsense").whole());
        assertFalse(request(head.replace("MESSAGE", "OPTIONS") + xml).whole());
    }

    @Test
    void aHeadIsReadAsOneCharacterForEachByte() {
        byte[] bytes = "MESSAGE sip:\u00c3\u0085@a SIP/2.0\nFrom: \"\u00c5ke \\\u0085\" <sip:1@h>;tag=1\n\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        SipMessage.Request request =
                assertInstanceOf(SipMessage.Request.class, SipReader.read(bytes).orElseThrow());

        String from = request.fields().first("from").orElseThrow();
        assertEquals("\"\u00c5ke \\\u0085\" <sip:1@h>;tag=1", from);
        assertEquals("1", Party.read(from).user());
        assertEquals("sip:\u00c3\u0085@a", request.uri());
    }

    /** Letters were counted where bytes are to be; the rest may come later. */
    @Property
    void aMessageOnAConnectionThatCountsLettersIsReadToItsEnd(@ForAll @IntRange(min = 1, max = 400) int cut) {
        String xml = "<mrq><ref>A%d</ref><lte>Kök på övre plan åäöåäöåäö</lte></mrq>";
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            all.append(message(String.format(xml, i).length(), String.format(xml, i)));
        }
        assertEquals(List.of("A0", "A1", "A2"), refs(cut(all.toString(), cut)));
    }

    /** One more for the zero behind a string, or far more; what follows at once or later is the next message all the same. */
    @Property
    void aMessageOnAConnectionThatTellsMoreThanItSendsEndsWithItsXml(
            @ForAll @IntRange(min = 1, max = 400) int cut, @ForAll @IntRange(min = 1, max = 70) int more) {
        StringBuilder all = new StringBuilder();
        for (String padding : List.of("", "\0", "\r\n", " ")) {
            String xml = "<mrq><ref>A" + padding.length() + "</ref></mrq>";
            all.append(message(xml.length() + more, xml + padding));
        }
        assertEquals(List.of("A0", "A1", "A2", "A1"), refs(cut(all.toString(), cut)));
    }

    @Test
    void aMessageOnAConnectionThatTellsMoreThanItSendsIsNotWaitedFor() {
        SipStream stream = new SipStream();
        byte[] bytes = utf8(message(144, "<mrq><ref>A1</ref></mrq>\n"));

        assertEquals(1, stream.feed(bytes, bytes.length).size());
        assertFalse(stream.waiting());
    }

    @Test
    void aMessageOnAConnectionThatCountsLineEndsAsOneIsReadToItsEnd() {
        String xml = "<mrq>\r\n<ref>A1</ref>\r\n</mrq>";
        String all = message(xml.length() - 2, xml) + message(24, "<mrq><ref>A2</ref></mrq>");

        List<Bytes> messages = cut(all, 1000);
        assertEquals(List.of("A1", "A2"), refs(messages));
        assertTrue(messages.get(0).text(StandardCharsets.UTF_8).endsWith("</mrq>"));
    }

    /** What is read of it would otherwise end within the next message. */
    @Test
    void aDocumentThatHasNoEndIsTakenByItsLength() {
        String broken = "<mrq><ref>A1</ref><lte>Kök</lte>";
        SipStream stream = new SipStream();
        byte[] first = utf8(message(utf8(broken).length, broken));
        byte[] next = utf8(message(24, "<mrq><ref>A2</ref></mrq>"));

        List<Bytes> messages = new ArrayList<>(stream.feed(first, first.length));
        messages.addAll(stream.feed(next, next.length));

        assertEquals(List.of("A1", "A2"), refs(messages));
        assertEquals(Bytes.of(first), messages.get(0));
    }

    @Test
    void lettersAreNotWaitedForWithoutEnd() {
        SipStream stream = new SipStream();
        byte[] head = utf8(message(60_000, "<a>"));
        byte[] more = new byte[120_000];
        Arrays.fill(more, (byte) 0x80);

        stream.feed(head, head.length);
        assertEquals(1, stream.feed(more, more.length).size());
        assertTrue(stream.isBroken() || !stream.waiting() || stream.rest().length() < 70_000);
    }

    @Test
    void whatStandsBehindTheRootWithinTheLengthBelongsToTheBody() {
        String xml = "<mrq><ref>A1</ref></mrq>\r\n<!-- MESSAGE -->\r\n";
        List<Bytes> messages = cut(message(xml.length(), xml) + message(24, "<mrq><ref>A2</ref></mrq>"), 1000);

        assertEquals(List.of("A1", "A2"), refs(messages));
        assertTrue(messages.get(0).text(StandardCharsets.UTF_8).endsWith("-->\r\n"));
    }

    @Test
    void nulsBetweenMessagesAreNothing() {
        String xml = "<mrq><ref>A1</ref></mrq>";
        SipStream stream = new SipStream();
        byte[] bytes = utf8(message(24, xml) + "\0\0" + message(24, xml) + "\0\r\n\0\r\n\r\n\0");

        assertEquals(2, stream.feed(bytes, bytes.length).size());
        assertEquals(1, stream.takePings());
        assertFalse(stream.waiting());
    }

    @Test
    void lineEndsAloneAreNothingUnfinished() {
        SipStream stream = new SipStream();
        byte[] bytes = utf8(message(24, "<mrq><ref>A1</ref></mrq>") + "\r\n");

        assertEquals(1, stream.feed(bytes, bytes.length).size());
        assertFalse(stream.waiting());
        byte[] begun = utf8("\r\nM");
        stream.feed(begun, begun.length);
        assertTrue(stream.waiting());
    }

    private static String message(int length, String body) {
        return "MESSAGE sip:a SIP/2.0\r\nContent-Length: " + length + "\r\n\r\n" + body;
    }

    private static List<Bytes> cut(String text, int length) {
        byte[] all = utf8(text);
        SipStream stream = new SipStream();
        List<Bytes> messages = new ArrayList<>();
        for (int from = 0; from < all.length; from += length) {
            byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + length));
            messages.addAll(stream.feed(part, part.length));
        }
        assertFalse(stream.isBroken());
        assertFalse(stream.waiting());
        return messages;
    }

    private static List<String> refs(List<Bytes> messages) {
        return messages.stream()
                .map(message -> message.text(StandardCharsets.UTF_8).replaceAll("(?s).*<ref>([^<]*)</ref>.*", "$1"))
                .toList();
    }

    @Test
    void givesUpAWebRequest() {
        SipStream stream = new SipStream();
        byte[] bytes = utf8("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

        assertEquals(List.of(), stream.feed(bytes, bytes.length));
        assertTrue(stream.isBroken());
    }

    @Property
    void findsTheSameMessagesHoweverTheStreamIsCut(@ForAll @IntRange(min = 1, max = 90) int cut) {
        byte[] all = utf8("MESSAGE sip:a SIP/2.0\r\nl: 4\r\n\r\nbody".repeat(5) + "\r\n\r\n");
        SipStream stream = new SipStream();
        List<Bytes> messages = new ArrayList<>();
        for (int from = 0; from < all.length; from += cut) {
            byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + cut));
            messages.addAll(stream.feed(part, part.length));
        }
        assertEquals(5, messages.size());
        assertEquals(1, stream.takePings());
    }

    @Property
    void anyBytesAreReadWithoutHarm(@ForAll byte[] bytes, @ForAll String line) {
        SipReader.read(bytes);
        SipReader.read(utf8("MESSAGE sip:a SIP/2.0\r\n" + line + "\r\n\r\n"));
        Via.read(line);
        Via.read("SIP/2.0/UDP " + line);
        Party.read(line);
        Party.read("<sip:" + line);
        SipStream stream = new SipStream();
        stream.feed(bytes, bytes.length);
    }

    private static Via via(String value) {
        return Via.read(value).orElseThrow();
    }

    private static SipMessage.Request request(String text) {
        return assertInstanceOf(
                SipMessage.Request.class, SipReader.read(utf8(text)).orElseThrow());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
