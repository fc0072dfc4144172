package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Explained;
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
                Findings.wrong(explain(ALARM.replace("</alarmrequest>", ""), PASSWORD)));
        assertEquals(
                List.of("sosaccess-status 100 XML_HEADER_MISSING_OR_INVALID"),
                Findings.wrong(explain(ALARM.replace(HEADER, ""), PASSWORD)));
        assertEquals(
                List.of("answer"), Findings.wrong(explain(HEADER + "<alarmresponse><status>0</status>", PASSWORD)));
    }

    private Explained explain(String document, String key) {
        Sender sender = new Sender(DeviceId.next(), OrganisationId.next(), Optional.of(Bytes.latin1(key)));
        assertTrue(explanation.looksLike(Bytes.latin1(document)));
        return explanation.explain(Bytes.latin1(document), identity -> Optional.of(sender), Instant.EPOCH);
    }
}
