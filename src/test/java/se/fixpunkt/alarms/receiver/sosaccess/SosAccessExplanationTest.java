package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Explained.Finding;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.Findings;
import se.fixpunkt.shared.OrganisationId;

class SosAccessExplanationTest {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
    private static final String PASSWORD = "secretsecret001";
    private static final String ALARM = HEADER + "<alarmrequest><reference>7</reference><authentication>" + PASSWORD
            + "</authentication><receiver>42</receiver><transmittertype>LARM1</transmittertype>"
            + "<transmittercode>7654321</transmittercode><eventcode>BAT</eventcode></alarmrequest>";

    private final SosAccessExplanation explanation = new SosAccessExplanation();

    @Test
    void aRequestIsExplainedWithoutItsPassword() {
        Explained explained = explain(ALARM, PASSWORD);

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals("stored", explained.verdict());
        assertEquals("BAT", Findings.field(explained, "eventcode"));
        assertTrue(explained.answers().get(0).text(StandardCharsets.ISO_8859_1).contains("<status>0</status>"));
        assertFalse(explained.toString().contains(PASSWORD));
    }

    @Test
    void aWrongPasswordIsToldAndNeitherIsShown() {
        Explained explained = explain(ALARM, "another-password");

        assertEquals(List.of("wrong-password"), Findings.wrong(explained));
        assertFalse(explained.toString().contains("another-password"));
        assertFalse(explained.toString().contains(PASSWORD));
        assertEquals("BAT", Findings.field(explained, "eventcode"));
    }

    @Test
    void whatIsWrongWithADocumentIsNamed() {
        assertEquals(
                List.of("sosaccess-missing eventcode"),
                Findings.wrong(explain(ALARM.replace("<eventcode>BAT</eventcode>", ""), PASSWORD)));
        assertEquals(
                List.of("sosaccess-field alarmtype"),
                Findings.wrong(explain(ALARM.replace("<receiver>", "<alarmtype>XX</alarmtype><receiver>"), PASSWORD)));
        assertEquals(
                List.of("sosaccess-status 2 INVALID_XML"),
                Findings.wrong(explain(ALARM.replace("<receiver>", "<a>"), PASSWORD)));
        assertEquals(
                List.of("sosaccess-status 100 XML_HEADER_MISSING_OR_INVALID"),
                Findings.wrong(explain(ALARM.replace(HEADER, ""), PASSWORD)));
        assertEquals(
                List.of("answer"), Findings.wrong(explain(HEADER + "<alarmresponse><status>0</status>", PASSWORD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n\r\n", "  ", "\0", "\u0000\n"})
    void aLineBreakOrANulBehindIsNothingWrong(String behind) {
        Explained explained = explain("\n" + ALARM + behind, PASSWORD);

        assertEquals(List.of(), explained.findings());
        assertEquals("stored", explained.verdict());
        assertEquals(List.of("0"), statuses(explained));
    }

    /** The documentation's example of a restore ends so. */
    @Test
    void whatStandsBehindARequestDoesNotSpoilIt() {
        Explained explained = explain(ALARM + "^", PASSWORD);

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals(
                List.of("sosaccess-behind"),
                explained.findings().stream().map(Finding::code).toList());
        assertEquals("stored", explained.verdict());
        assertEquals(List.of("0"), statuses(explained));
    }

    @Test
    void eachOfSeveralRequestsIsExplained() {
        Explained explained = explain(ALARM + "\r\n" + ALARM.replace("<eventcode>BAT</eventcode>", ""), PASSWORD);

        assertEquals(List.of("sosaccess-missing eventcode"), Findings.wrong(explained));
        assertEquals(List.of("2", "20"), explained.findings().get(0).values());
        assertEquals("status-7", explained.verdict());
        assertEquals(List.of("0", "7"), statuses(explained));
        assertEquals(20, explain(ALARM.repeat(30), PASSWORD).answers().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST / HTTP/1.1\r\nHost: x\r\n\r\n", "2026-09-25 14:12:04 IN "})
    void whatStandsBeforeARequestIsWhatTheReceiverSees(String before) {
        Explained explained = explain(before + ALARM, PASSWORD);

        assertEquals(List.of("sosaccess-garbage"), Findings.wrong(explained));
        assertEquals("garbage", explained.verdict());
        assertEquals(List.of(), explained.answers());
    }

    @Test
    void aRequestThatIsCutOffIsWaitedFor() {
        Explained explained = explain(ALARM.substring(0, ALARM.length() - 5), PASSWORD);

        assertEquals(List.of("sosaccess-unfinished"), Findings.wrong(explained));
        assertEquals("unfinished", explained.verdict());
        assertEquals(List.of(), explained.answers());
    }

    @Test
    void whatIsTooLongIsAnsweredSo() {
        Explained explained =
                explain(ALARM.replace("<receiver>", "<a>" + "a".repeat(100_000) + "</a><receiver>"), PASSWORD);

        assertEquals(List.of("sosaccess-status 1 INVALID_LENGTH"), Findings.wrong(explained));
        assertEquals(List.of("1"), statuses(explained));
    }

    @Test
    void otherXmlIsAnsweredWithStatus2() {
        Explained explained = explain(HEADER + "<!DOCTYPE a><alarmrequest></alarmrequest>", PASSWORD);

        assertEquals(List.of("sosaccess-root"), Findings.wrong(explained));
        assertEquals("status-2", explained.verdict());
        assertEquals(List.of("2"), statuses(explained));
    }

    @Test
    void aRemarkIsNoRoot() {
        Explained explained =
                explain(ALARM.replace("<alarmrequest>", "<!-- <pingrequest> --><alarmrequest>"), PASSWORD);

        assertEquals(List.of(), Findings.wrong(explained));
        assertTrue(explained.answers().get(0).text(StandardCharsets.ISO_8859_1).contains("<alarmresponse>"));
    }

    /** The status of each answer. */
    private static List<String> statuses(Explained explained) {
        return explained.answers().stream()
                .map(answer ->
                        answer.text(StandardCharsets.ISO_8859_1).replaceFirst("(?s).*<status>(\\d+)</status>.*", "$1"))
                .toList();
    }

    private Explained explain(String document, String key) {
        Sender sender = new Sender(DeviceId.next(), OrganisationId.next(), Optional.of(Bytes.latin1(key)));
        assertTrue(explanation.looksLike(Bytes.latin1(document)));
        return explanation.explain(Bytes.latin1(document), identity -> Optional.of(sender), Instant.EPOCH);
    }
}
