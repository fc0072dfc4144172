package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.receiver.scaip.MrqReader.Answer;
import se.fixpunkt.alarms.receiver.scaip.MrqReader.Body;
import se.fixpunkt.alarms.receiver.scaip.MrqReader.Fault;
import se.fixpunkt.alarms.receiver.scaip.MrqReader.Request;

class MrqReaderTest {
    private static final Map<String, String> VECTORS = vectors();

    @Test
    void readsTheShortestRequest() {
        Mrq mrq = request("own-ME-min");

        assertEquals("A1", mrq.ref());
        assertEquals("12345678", mrq.cid());
        assertEquals("0003", mrq.deviceType());
        assertEquals(Mrq.Type.ME, mrq.type());
        assertEquals("", mrq.statusCode());
    }

    @Test
    void readsAFullRequestWithCharacterReferences() {
        Mrq mrq = request("own-ME-full");

        assertEquals("0000000000000001", mrq.ref());
        assertEquals("Halsband", mrq.text("dte"));
        assertEquals("Sovrum", mrq.text("lte"));
        assertEquals("Åke & Ida", mrq.text("ite"));
        assertEquals(AlarmKind.FALL, ScaipCodes.meaning(mrq, EventCodes.USUAL).about());
    }

    @ParameterizedTest
    @CsvSource({"own-RE, RESTORAL", "own-IN, INFORMATION", "own-cancel, RESTORAL", "own-ME-min, ALARM"})
    void tellsWhatARequestIsFor(String vector, SignalKind kind) {
        assertEquals(kind, ScaipCodes.meaning(request(vector), EventCodes.USUAL).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "own-mrs-ok",
                "own-mrs-transfer",
                "own-mrs-heartbeat",
                "own-mrs-format",
                "own-mrs-missing",
                "own-mrs-unknown-device"
            })
    void knowsAnAnswerThatMustNotBeAnswered(String vector) {
        assertInstanceOf(Answer.class, read(vector));
    }

    @ParameterizedTest
    @CsvSource({
        "bad-doctype, A5, 2",
        "bad-bomb, '', 2",
        "bad-ref-17, 12345678901234567, 1",
        "bad-noncid, A6, 3",
        "bad-no-dty, A7, 7",
        "bad-unclosed, A8, 2"
    })
    void refusesWithTheFittingNumber(String vector, String ref, int snu) {
        Fault fault = assertInstanceOf(Fault.class, read(vector));

        assertEquals(ref, fault.ref());
        assertEquals(snu, fault.snu());
    }

    @Test
    void namesTheMissingElement() {
        assertEquals(
                "<mrs><ref>A7</ref><snu>7</snu><ste>dty</ste></mrs>", text(Mrs.refused((Fault) read("bad-no-dty"))));
    }

    @Test
    void writesTheAnswersToTheLetter() {
        assertEquals(VECTORS.get("own-mrs-ok"), text(Mrs.call("A1", "")));
        assertEquals(VECTORS.get("own-mrs-transfer"), text(Mrs.call("A1", "sip:ok@arc.example.invalid")));
        assertEquals(VECTORS.get("own-mrs-heartbeat"), text(Mrs.taken("A1")));
        assertEquals(VECTORS.get("own-mrs-format"), text(Mrs.refused(new Fault("A1", 2, "invalid format"))));
        assertEquals(VECTORS.get("own-mrs-missing"), text(Mrs.refused(new Fault("A1", 7, "dty"))));
        assertEquals(VECTORS.get("own-mrs-unknown-device"), text(Mrs.unknownDevice("A1")));
    }

    @Test
    void echoesAReferenceThatIsTooLongOnlyAsFarAsOneMayBe() {
        assertTrue(text(Mrs.refused((Fault) read("bad-ref-17"))).contains("<ref>1234567890123456</ref>"));
    }

    @ParameterizedTest
    @CsvSource({"3, 0003", "02, 0002", "010, 0010", "0003, 0003"})
    void acceptsShortNumbers(String sent, String meant) {
        assertEquals(
                meant,
                parsed("<mrq><dty>" + sent + "</dty><cid>1</cid><ref>A1</ref></mrq>")
                        .deviceType());
    }

    @Test
    void acceptsABlankBeforeTheController() {
        assertEquals(
                "12345678",
                parsed("<mrq><ref>A1</ref><cid> 12345678</cid><dty>3</dty></mrq>")
                        .cid());
    }

    @Test
    void acceptsStatus102AsATest() {
        assertEquals(
                SignalKind.TEST,
                ScaipCodes.meaning(
                                parsed("<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><stc>102</stc></mrq>"),
                                EventCodes.USUAL)
                        .kind());
    }

    @Test
    void acceptsACallerWithoutNumberAndSeveralCallers() {
        Mrq mrq = parsed("<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><crd>gsm:+</crd><crd>sip:1@x.invalid</crd></mrq>");

        assertFalse(mrq.isMute());
        assertEquals(2, mrq.fields().get("crd").size());
    }

    @Test
    void acceptsTextsInLatinLettersThatSayNothingOfTheirEncoding() {
        byte[] latin = "<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><dte>Kök</dte></mrq>"
                .getBytes(Charset.forName("windows-1252"));

        assertEquals(
                "Kök",
                assertInstanceOf(Request.class, MrqReader.read(Bytes.of(latin)))
                        .mrq()
                        .text("dte"));
    }

    /** The parser's own complaint would be one line of nonsense in the server's log for each alarm of such a device. */
    @Test
    void printsNothingAboutLatinLetters() {
        byte[] latin = "<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><dte>Kök</dte></mrq>"
                .getBytes(Charset.forName("windows-1252"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            MrqReader.read(Bytes.of(latin));
        } finally {
            System.setErr(before);
        }

        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void acceptsTextsInTheEncodingThatTheyName() {
        String text = "<?xml version='1.0'"
                + " encoding='ISO-8859-1'?><mrq><ref>A1</ref><cid>1</cid><dty>3</dty><dte>Kök</dte></mrq>";
        Request request =
                assertInstanceOf(Request.class, MrqReader.read(Bytes.of(text.getBytes(StandardCharsets.ISO_8859_1))));

        assertEquals("Kök", request.mrq().text("dte"));
    }

    static Stream<byte[]> wide() {
        String xml = "<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><dte>Kök</dte></mrq>";
        String declared = "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + xml;
        return Stream.of(
                ("\ufeff" + declared).getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + xml + "\r\n\0").getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + xml).getBytes(StandardCharsets.UTF_16BE),
                declared.getBytes(StandardCharsets.UTF_16LE),
                xml.getBytes(StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @MethodSource("wide")
    void acceptsTwoBytesForEachCharacterWithAndWithoutTheirMark(byte[] body) {
        assertEquals(
                "Kök",
                assertInstanceOf(Request.class, MrqReader.read(Bytes.of(body)))
                        .mrq()
                        .text("dte"));
    }

    /** .NET writes the encoding of its strings into what it then sends as UTF-8. */
    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF8", "ANSI", "us-ascii", "", "ISO-8859-1"})
    void believesTheBytesBeforeTheDeclaration(String encoding) {
        Mrq mrq = parsed("\ufeff\n<?xml version=\"1.0\" encoding=\"" + encoding
                + "\"?><mrq><ref>A1</ref><cid>1</cid><dty>3</dty><dte>Kök</dte></mrq>");

        assertEquals("Kök", mrq.text("dte"));
    }

    @ParameterizedTest
    @CsvSource({
        "Åke & Ida, Åke & Ida",
        "&Aring;ke&nbsp;Ek, &Aring;ke&nbsp;Ek",
        "a &amp; b & c, a & b & c",
        "temp < 5, temp < 5",
        "bed\u0001\u001aroom, bedroom",
        "bed&#0;&#x1F;room&#10;, bedroom"
    })
    void losesNoAlarmForATextThatIsNotXml(String sent, String read) {
        assertEquals(
                read,
                parsed("<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><ite>" + sent + "</ite></mrq>")
                        .text("ite"));
    }

    @Test
    void mendsNoMoreThanADeviceMayGetWrong() {
        String xml = "<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><ite>" + "& ".repeat(2000) + "</ite></mrq>";

        assertEquals(new Fault("A1", 2, "invalid format"), MrqReader.read(Bytes.utf8(xml)));
    }

    @Test
    void refusesADocumentTypeAlsoWhereItMends() {
        String bomb =
                "<!DOCTYPE mrq [<!ENTITY a \"aa\">]><mrq><ref>A5</ref><cid>1</cid><dty>3</dty><ite>&a; & b</ite></mrq>";
        for (byte[] body : List.of(bomb.getBytes(StandardCharsets.UTF_8), bomb.getBytes(StandardCharsets.UTF_16))) {
            assertEquals(new Fault("A5", 2, "invalid format"), MrqReader.read(Bytes.of(body)));
        }
    }

    @Test
    void acceptsPrefixesThatNobodyDeclaredAndWhatComesAfterTheEnd() {
        assertEquals(
                "12",
                parsed("<s:mrq xsi:noNamespaceSchemaLocation='scaip.xsd'><s:ref>A1</s:ref><s:cid>12</s:cid>"
                                + "<s:dty>3</s:dty></s:mrq>\u0003--")
                        .cid());
    }

    @Test
    void acceptsARootThatIsNamedAfterTheProtocol() {
        assertEquals(
                "0004",
                parsed("<scaip><ref>A1</ref><cid>+4612</cid><dty>0004</dty></scaip>")
                        .deviceType());
        assertInstanceOf(Fault.class, MrqReader.read(Bytes.utf8("<scaip><result>ACK</result></scaip>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345678", "1234 5678", "\u00a012345678"})
    void acceptsAControllerWithWhatIsNoDigitInIt(String cid) {
        assertEquals(
                "12345678",
                parsed("<mrq><ref>A1</ref><cid>" + cid + "</cid><dty>3</dty></mrq>")
                        .cid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-voice:", "NO-VOICE:", "no-voice"})
    void knowsADeviceThatCannotBeSpokenWith(String caller) {
        assertTrue(parsed("<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><crd>" + caller + "</crd></mrq>")
                .isMute());
    }

    /** As Essence, Possum, TeleAlarm and Doro write them. */
    @ParameterizedTest
    @CsvSource({
        "<ref>00001A85</ref><cha>0</cha><mty>PI</mty><cid>26317</cid><dty>02</dty><did>00</did><crd>no-voice:</crd><stc>102</stc>,"
                + " HEARTBEAT, TEST",
        "<mty>PI</mty><ref>1998218577</ref><cid>10149471</cid><dty>2</dty>, HEARTBEAT, TEST",
        "<ref>00001883</ref><cha>0</cha><mty>ME</mty><cid>26317</cid><dty>02</dty><did>00</did><crd>gsm:+46</crd><stc>010</stc>,"
                + " ALARM, PERSONAL",
        "<ref>lmepivnFqmI8Jvv1</ref><cid>999998</cid><dty>0002</dty><mty>ME</mty><stc>0067</stc><crd>gsm:</crd><cha>0</cha>,"
                + " ALARM, FAULT",
        "<ref>803137200003</ref><mty>ME</mty><cid> 8031372</cid><dty>0004</dty><stc>0010</stc><crd>gsm:+</crd>, ALARM,"
                + " PERSONAL"
    })
    void understandsDevicesAsTheyAre(String elements, SignalKind kind, AlarmKind about) {
        var meaning = ScaipCodes.meaning(parsed("<mrq>" + elements + "</mrq>"), EventCodes.USUAL);

        assertEquals(kind + " " + about, meaning.kind() + " " + meaning.about());
    }

    @Test
    void acceptsTextsThatAreLongerThanTheTableAllows() {
        parsed("<mrq><ref>A1</ref><cid>1</cid><dty>3</dty><dte>" + "x".repeat(400) + "</dte></mrq>");
    }

    @Test
    void refusesABodyThatNoDeviceWouldSend() {
        Fault fault = assertInstanceOf(
                Fault.class,
                MrqReader.read(
                        Bytes.utf8("<mrq><ref>A1</ref><cid>1</cid><dty>" + "3".repeat(20_000) + "</dty></mrq>")));

        assertEquals(1, fault.snu());
        assertEquals("A1", fault.ref());
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll String text) {
        MrqReader.read(Bytes.utf8(text));
        MrqReader.read(Bytes.utf8("<mrq><ref>" + text + "</ref><cid>1</cid><dty>3</dty></mrq>"));
    }

    @Property
    void anyBytesAreReadWithoutHarm(@ForAll byte[] bytes) {
        MrqReader.read(Bytes.of(bytes));
    }

    private static Mrq request(String vector) {
        return assertInstanceOf(Request.class, read(vector)).mrq();
    }

    private static Mrq parsed(String xml) {
        return assertInstanceOf(Request.class, MrqReader.read(Bytes.utf8(xml))).mrq();
    }

    private static Body read(String vector) {
        return MrqReader.read(Bytes.utf8(VECTORS.get(vector)));
    }

    @Test
    void everySampleGetsItsVerdict() {
        vectors().forEach((name, xml) -> {
            MrqReader.Body body = MrqReader.read(Bytes.utf8(xml));
            Class<?> expected = name.startsWith("bad-")
                    ? MrqReader.Fault.class
                    : name.startsWith("own-mrs") ? MrqReader.Answer.class : MrqReader.Request.class;
            assertEquals(expected, body.getClass(), name);
        });
        assertEquals(17, vectors().size());
    }

    private static String text(Mrs mrs) {
        return mrs.bytes().text(StandardCharsets.UTF_8);
    }

    private static Map<String, String> vectors() {
        Map<String, String> vectors = new LinkedHashMap<>();
        try (InputStream file = MrqReaderTest.class.getResourceAsStream("/alarm/scaip.txt")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\t"))
                    .forEach(line ->
                            vectors.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1)));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return vectors;
    }
}
