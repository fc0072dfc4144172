package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.KeyChange;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.receiver.sosaccess.RequestReader.Understood;
import se.fixpunkt.shared.OrganisationId;

class RequestInterpreterTest {
    private static final String NEW = "abcdefghijk2345";

    private static final Instant NOW = Instant.parse("2026-12-24T14:00:00.012Z");

    @Test
    void answersAnAlarmToTheLetter() {
        assertEquals(
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>\r
                <alarmresponse><reference>1</reference><status>0</status><info>OK</info>\
                <arrivaltime>2026-12-24 15:00:00.012</arrivaltime></alarmresponse>""",
                text(accepted(Documents.alarm()).receipt()));
    }

    @Test
    void givesNoReferenceBackWhereNoneCame() {
        assertFalse(text(accepted(Documents.alarm("AL", "BA", "")).receipt()).contains("reference"));
    }

    @Test
    void givesAReferenceBackAsItWas() {
        String answer = text(accepted(Documents.alarm("AL", "BA", "<reference>&lt;&amp;\u00e5&#8364;</reference>"))
                .receipt());

        assertTrue(answer.contains("<reference>&#60;&#38;\u00e5&#8364;</reference>"), answer);
    }

    @Test
    void anAlarmHasTheDevicesWords() {
        Signal signal = accepted(Documents.alarm(
                        "AL",
                        "FA",
                        "<sectiontext>K\u00f6k</sectiontext><section>01</section><detector>3</detector>"
                                + "<transmittertime>2026-12-24 14:59:58.000</transmittertime>"))
                .signal();

        assertEquals(SignalKind.ALARM, signal.kind());
        assertEquals(AlarmKind.FIRE, signal.about());
        assertEquals("K\u00f6k · FA 01 3", signal.text());
        assertEquals(Optional.of(Instant.parse("2026-12-24T13:59:58Z")), signal.raisedAt());
        assertFalse(signal.decoded().contains(Documents.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01 00:00:00", "2026-12-24 16:00:00.000", "0000-01-01 00:00:00", "yesterday"})
    void aClockThatIsWrongIsNotBelieved(String time) {
        assertEquals(
                Optional.empty(),
                accepted(Documents.alarm("AL", "FA", "<transmittertime>" + time + "</transmittertime>"))
                        .signal()
                        .raisedAt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-24 14:59:58.000",
                "2026-12-24 14:59:58",
                "2026-12-24T14:59:58",
                "2026-12-24T13:59:58+00:00",
                "2026-12-24T13:59:58Z",
                "2026-12-24 14:59:58.000000",
                "2026-12-24 14:59:58,0"
            })
    void aTimeIsUnderstoodInEveryFormThatDevicesWrite(String time) {
        assertEquals(
                Optional.of(Instant.parse("2026-12-24T13:59:58Z")),
                accepted(Documents.alarm("AL", "FA", "<transmittertime>" + time + "</transmittertime>"))
                        .signal()
                        .raisedAt());
    }

    @Test
    void inTheHourThatComesTwiceAnAlarmIsNotAnHourLate() {
        Request request =
                request(Documents.alarm("AL", "FA", "<transmittertime>2026-10-25 02:30:00.000</transmittertime>"));
        for (String now : List.of("2026-10-25T00:30:01Z", "2026-10-25T01:30:01Z")) {
            Instant at = Instant.parse(now);
            Accepted accepted = assertInstanceOf(
                    Accepted.class,
                    new RequestInterpreter(request, at, false).interpret(Optional.of(rolling(Documents.PASSWORD, ""))));
            assertEquals(Optional.of(at.minusSeconds(1)), accepted.signal().raisedAt());
        }
    }

    @Test
    void anAlarmHasItsPlace() {
        Signal signal = accepted(Documents.alarm("AL", "PA", "<position><pos>N5919765E01804112</pos></position>"))
                .signal();

        assertEquals("59.329417, 18.068533", signal.position().orElseThrow().toString());
        assertEquals("Hotlarm · PA · 59.329417, 18.068533", signal.text());
        assertTrue(signal.decoded().contains("position: 59.329417, 18.068533"));
    }

    @Test
    void aPlaceThatCannotBeReadIsShownAsItCame() {
        Signal signal = accepted(Documents.alarm("AL", "PA", "<position><pos>E597295E0176288</pos></position>"))
                .signal();

        assertEquals(Optional.empty(), signal.position());
        assertEquals("Hotlarm · PA · E597295E0176288", signal.text());
    }

    @Test
    void aClientsWordForNothingIsNotShown() {
        assertEquals(
                "Hotlarm · PA",
                accepted(Documents.alarm("AL", "PA", "<additionalinfo>None</additionalinfo>"))
                        .signal()
                        .text());
    }

    /** A device that gives all its messages the same reference is heard again when it calls again. */
    @Test
    void aReferenceIsTheSameMessagesForTenMinutesOnly() {
        assertEquals(600, accepted(Documents.alarm()).signal().repeat().window().toSeconds());
    }

    @Test
    void aRestoralIsNoAlarm() {
        assertEquals(
                SignalKind.RESTORAL,
                accepted(Documents.alarm("RE", "FA", "")).signal().kind());
    }

    @Test
    void aRepeatGetsTheStoredAnswer() {
        Bytes stored = Bytes.latin1("as stored");

        assertEquals(List.of(stored), accepted(Documents.alarm()).envelope().wrap(stored));
    }

    @Test
    void aRepeatedReferenceIsARepeatThoughTimeAndTextAreMadeAnew() {
        String again = Documents.alarm(
                "AL",
                "BA",
                "<reference>1</reference><transmittertime>2026-12-24 15:00:01.000</transmittertime>"
                        + "<additionalinfo>second try</additionalinfo>");

        assertEquals(key(Documents.alarm()), key(again));
    }

    @Test
    void anotherReferenceOrAnotherEventIsAnotherMessage() {
        assertNotEquals(key(Documents.alarm()), key(Documents.alarm("AL", "BA", "<reference>2</reference>")));
        assertNotEquals(key(Documents.alarm()), key(Documents.alarm("AL", "FA", "<reference>1</reference>")));
        assertNotEquals(key(Documents.alarm()), key(Documents.alarm("RE", "BA", "<reference>1</reference>")));
        assertNotEquals(
                key(Documents.alarm()),
                key(Documents.alarm().replace("<transmittercode>1234567", "<transmittercode>1234568")));
    }

    @Test
    void aRestoralAndItsAlarmTakeEachOtherBack() {
        for (String reference : List.of("", "<reference>1</reference>")) {
            RepeatKey alarm = repeat(Documents.alarm("AL", "BA", reference));
            RepeatKey restoral = repeat(Documents.alarm("RE", "BA", reference));

            assertEquals(Optional.of(restoral.value()), alarm.undoneBy());
            assertEquals(Optional.of(alarm.value()), restoral.undoneBy());
            assertNotEquals(
                    alarm.undoneBy(),
                    Optional.of(repeat(Documents.alarm("RE", "FA", reference)).value()));
        }
    }

    @Test
    void withoutAReferenceOnlyAHastyRepeatIsOne() {
        String bare = Documents.alarm("AL", "BA", "");

        assertEquals(key(bare), key(bare));
        assertEquals(60, accepted(bare).signal().repeat().window().toSeconds());
        assertNotEquals(
                key(bare),
                key(Documents.alarm("AL", "BA", "<transmittertime>2026-12-24 15:00:01.000</transmittertime>")));
    }

    @Test
    void aHeartbeatIsAnsweredWithTheTimeOfNowThoughItIsARepeat() {
        Accepted accepted = assertInstanceOf(Accepted.class, interpret(Documents.ping("7"), Documents.PASSWORD, false));

        assertEquals(SignalKind.HEARTBEAT, accepted.signal().kind());
        String answer = text(accepted.envelope().wrap(Bytes.latin1("old")).get(0));
        assertTrue(answer.contains("<pingresponse><reference>7</reference><status>0</status>"), answer);
        assertTrue(answer.contains("<arrivaltime>2026-12-24 15:00:00.012</arrivaltime>"), answer);
    }

    @Test
    void tooManyHeartbeatsAreToldSo() {
        assertRefused(interpret(Documents.ping("7"), Documents.PASSWORD, true), "too-often", 101);
    }

    @Test
    void aNewPasswordIsGivenAndKeptFromTheLog() {
        Accepted accepted = accepted(Documents.newPassword("7"));

        assertEquals(Optional.of(Bytes.utf8(NEW)), accepted.keys().given());
        assertEquals(SignalKind.INFORMATION, accepted.signal().kind());
        String kept = text(accepted.receipt());
        assertTrue(kept.contains("<requestnewauthenticationresponse><reference>7</reference><status>0</status>"), kept);
        assertTrue(kept.contains("<newauthentication>***************</newauthentication>"), kept);
    }

    @Test
    void theOldPasswordHoldsUntilTheNewOneIsUsed() {
        Request request = request(Documents.alarm());
        RequestInterpreter interpreter = new RequestInterpreter(request, NOW, false, "");

        Accepted old = assertInstanceOf(
                Accepted.class, interpreter.interpret(Optional.of(rolling(Documents.PASSWORD, "another"))));
        Accepted used = assertInstanceOf(
                Accepted.class, interpreter.interpret(Optional.of(rolling("another", Documents.PASSWORD))));

        assertEquals(KeyChange.NONE, old.keys());
        assertTrue(used.keys().used());
        assertEquals(
                "wrong-password",
                interpreter.interpret(Optional.of(rolling("one", "other"))).verdict());
    }

    private static Sender rolling(String key, String next) {
        return new Sender(
                DeviceId.next(),
                OrganisationId.next(),
                Optional.of(Bytes.utf8(key)),
                Optional.of(Bytes.utf8(next)),
                EventCodes.USUAL);
    }

    @Test
    void strangersAndWrongPasswordsAreAnsweredAlike() {
        Request request = request(Documents.alarm());
        Interpretation unknown = new RequestInterpreter(request, NOW, false, "").interpret(Optional.empty());
        Interpretation wrong = interpret(Documents.alarm(), "hxp4x9nnwxjatv9", false);

        Refused one = assertRefused(unknown, "unknown-device", 4);
        Refused other = assertRefused(wrong, "wrong-password", 4);
        assertEquals(one.answers(), other.answers());
        assertRefused(interpret(Documents.alarm(), null, false), "no-key", 4);
    }

    private static Refused assertRefused(Interpretation interpretation, String verdict, int status) {
        Refused refused = assertInstanceOf(Refused.class, interpretation);
        assertEquals(verdict, refused.verdict());
        assertFalse(refused.decoded().contains(Documents.PASSWORD));
        String answer = text(refused.answers().get(0));
        assertTrue(answer.contains("<status>" + status + "</status>"), answer);
        return refused;
    }

    private static String key(String document) {
        return repeat(document).value();
    }

    private static RepeatKey repeat(String document) {
        return accepted(document).signal().repeat();
    }

    private static Accepted accepted(String document) {
        return assertInstanceOf(Accepted.class, interpret(document, Documents.PASSWORD, false));
    }

    private static Interpretation interpret(String document, String key, boolean tooOften) {
        return new RequestInterpreter(request(document), NOW, tooOften, NEW)
                .interpret(Optional.of(new Sender(
                        DeviceId.next(),
                        OrganisationId.next(),
                        Optional.ofNullable(key).map(Bytes::utf8))));
    }

    private static Request request(String document) {
        DocumentStream.Document one = new DocumentStream()
                .feed(Documents.bytes(document).toArray(), document.length())
                .get(0);
        return assertInstanceOf(Understood.class, RequestReader.read(one.bytes(), one.kind()))
                .request();
    }

    private static String text(Bytes bytes) {
        return bytes.text(StandardCharsets.ISO_8859_1);
    }
}
