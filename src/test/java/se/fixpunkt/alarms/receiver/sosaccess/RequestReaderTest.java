package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sosaccess.RequestReader.Fault;
import se.fixpunkt.alarms.receiver.sosaccess.RequestReader.Understood;

class RequestReaderTest {
    private static final Optional<DeviceIdentity> CLAIMED =
            Optional.of(DeviceIdentity.of(Protocol.SOS_ACCESS, "1234567"));

    @Test
    void readsTheDocumentedExample() {
        Request request = understood(Documents.alarm());

        assertEquals("1", request.reference());
        assertEquals("1234567", request.transmitter());
        assertEquals("BA", request.text("eventcode"));
        assertFalse(request.restores());
    }

    @Test
    void thePasswordIsInNoReadableForm() {
        Request request = understood(Documents.alarm("AL", "BA", ""));

        assertFalse(request.decoded().contains(Documents.PASSWORD));
        assertFalse(request.toString().contains(Documents.PASSWORD));
    }

    @Test
    void readsAPosition() {
        Request request = understood(Documents.alarm("RE", "FA", "<position><pos>E597295E0176288</pos></position>"));

        assertEquals("E597295E0176288", request.text("position.pos"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO-8859-1",
                "iso-8859-1",
                "ISO_8859-1",
                "ISO-8859-15",
                "latin-1",
                "utf-8",
                "UTF-8",
                "windows-1252",
                "cp1252",
                "ASCII"
            })
    void readsTheOneByteCharactersOfTheProtocolWhateverIsDeclared(String encoding) {
        String document = Documents.alarm("AL", "FA", "<sectiontext>K\u00f6k \u00f6ster</sectiontext>")
                .replace("ISO-8859-1", encoding);

        assertEquals("K\u00f6k \u00f6ster", understood(document).text("sectiontext"));
    }

    @Test
    void readsUtf8WhereItIsSaidAndTrue() {
        String document = Documents.alarm("AL", "FA", "<sectiontext>K\u00f6k</sectiontext>")
                .replace("ISO-8859-1", "utf-8");
        Bytes utf8 = Bytes.of(document.getBytes(StandardCharsets.UTF_8));

        assertEquals(
                "K\u00f6k",
                assertInstanceOf(Understood.class, RequestReader.read(utf8, Kind.ALARM))
                        .request()
                        .text("sectiontext"));
    }

    @Test
    void readsUtf8ThoughTheProtocolsOwnCharactersAreDeclared() {
        Bytes utf8 = Bytes.of(Documents.alarm("AL", "FA", "<sectiontext>K\u00f6k</sectiontext>")
                .getBytes(StandardCharsets.UTF_8));

        assertEquals(
                "K\u00f6k",
                assertInstanceOf(Understood.class, RequestReader.read(utf8, Kind.ALARM))
                        .request()
                        .text("sectiontext"));
    }

    @Test
    void anElementThatIsNotOursMayComeMoreThanOnce() {
        Request request = understood(Documents.alarm("AL", "FA", "<image>1.jpg</image><image>2.jpg</image>"));

        assertEquals("1.jpg / 2.jpg", request.text("image"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authentication", "receiver", "transmittertype", "transmittercode", "eventcode"})
    void whatAnAlarmCannotDoWithoutIsMissed(String field) {
        String document = Documents.alarm().replaceAll("<" + field + ">[^<]*</" + field + ">", "");

        Fault missing = fault(document);
        assertEquals(Status.MANDATORY_DATA_MISSING, missing.status());
        assertEquals("1", missing.reference());
        assertEquals(field, missing.field());
        assertEquals(!field.equals("transmittercode"), missing.claimed().isPresent());
        assertEquals(
                Status.MANDATORY_DATA_MISSING,
                fault(Documents.alarm().replaceAll("<" + field + ">[^<]*</", "<" + field + "> </"))
                        .status());
    }

    @Test
    void withoutATypeItIsAnAlarm() {
        assertFalse(understood(Documents.alarm().replace("<alarmtype>AL</alarmtype>", ""))
                .restores());
    }

    @ParameterizedTest
    @CsvSource({
        "receiver,21",
        "transmittertype,6",
        "transmittercode,16",
        "transmitterarea,6",
        "eventcode,26",
        "section,6",
        "sectiontext,41",
        "detector,6",
        "detectortext,41",
        "additionalinfo,2001",
        "alarmtype,2"
    })
    void whatIsTooLongForItsFieldIsWrongContent(String field, int length) {
        String element = "<" + field + ">" + "x".repeat(length) + "</" + field + ">";
        String document = Documents.alarm().replaceAll("<" + field + ">[^<]*</" + field + ">", "");

        Optional<DeviceIdentity> claimed = field.equals("transmittercode") ? Optional.empty() : CLAIMED;
        assertEquals(
                new Fault(Kind.ALARM, Status.WRONG_CONTENT, "1", field, claimed),
                read(document.replace("</alarmrequest>", element + "</alarmrequest>")));
    }

    @Test
    void aReferenceThatIsTooLongIsNotGivenBack() {
        assertEquals(
                new Fault(Kind.PING, Status.WRONG_CONTENT, "", "reference", CLAIMED),
                RequestReader.read(Documents.bytes(Documents.ping("1".repeat(51))), Kind.PING));
    }

    @Test
    void aTransmitterMustBeVisible() {
        assertEquals(
                Status.WRONG_CONTENT,
                fault(Documents.alarm().replace("1234567", "12 34")).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?xml?>",
                "<?xml version=\"2.0\"?>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
                "<?xml version=\"1.0\" encoding=\"IBM037\"?>",
                "<?xml encoding=\"ISO-8859-1\"?>"
            })
    void aHeaderThatIsMissingOrWrongIsTold(String header) {
        assertEquals(
                Status.XML_HEADER_MISSING_OR_INVALID,
                fault(Documents.alarm().replace(Documents.HEADER, header)).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<alarmrequest>",
                "<alarmrequest></alarmrequest><more/>",
                "<alarmrequest><eventcode>BA</alarmrequest>",
                "<alarmrequest><eventcode>&undefined;</eventcode></alarmrequest>",
                "<alarmrequest><eventcode>&#0;</eventcode></alarmrequest>",
                "<alarmrequest><eventcode>A</eventcode><eventcode>B</eventcode></alarmrequest>",
                "<alarmrequest><a><b><c><d><e/></d></c></b></a></alarmrequest>",
                "<!DOCTYPE alarmrequest SYSTEM \"http://127.0.0.1:1/x\"><alarmrequest></alarmrequest>",
                "<!DOCTYPE alarmrequest [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><alarmrequest><eventcode>&x;</eventcode></alarmrequest>"
            })
    void whatIsNoPlainXmlIsInvalid(String body) {
        assertEquals(Status.INVALID_XML, fault(Documents.HEADER + body).status());
    }

    @Test
    void aBombIsNotLit() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE alarmrequest [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 60; i++) {
            bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        bomb.append("]><alarmrequest><eventcode>&a59;</eventcode></alarmrequest>");

        assertTimeoutPreemptively(
                // Lit, it would take for ever.
                Duration.ofMinutes(1),
                () -> assertEquals(
                        Status.INVALID_XML, fault(Documents.HEADER + bomb).status()));
    }

    @Test
    void manyElementsAreTooMany() {
        assertEquals(
                Status.INVALID_XML,
                fault(Documents.alarm("AL", "BA", "<x/>".repeat(100))).status());
    }

    @Property
    void whateverStandsInARequestIsAnswered(@ForAll String anything) {
        for (String document : new String[] {
            Documents.HEADER + anything,
            Documents.HEADER + "<alarmrequest>" + anything + "</alarmrequest>",
            Documents.alarm("AL", "BA", "<additionalinfo>" + anything + "</additionalinfo>"),
            anything
        }) {
            RequestReader.read(Bytes.utf8(document), Kind.ALARM);
            Masked.message(Bytes.utf8(document));
        }
    }

    private static Request understood(String document) {
        return assertInstanceOf(Understood.class, read(document)).request();
    }

    private static Fault fault(String document) {
        return assertInstanceOf(Fault.class, read(document));
    }

    private static RequestReader.Document read(String document) {
        return RequestReader.read(Documents.bytes(document), Kind.ALARM);
    }
}
