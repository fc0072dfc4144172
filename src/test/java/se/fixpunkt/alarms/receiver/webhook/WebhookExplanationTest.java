package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.Findings;
import se.fixpunkt.shared.OrganisationId;

class WebhookExplanationTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");
    private static final String KEY = "a-key-of-some-length";
    private static final String BODY = "{\"kind\":\"alarm\",\"code\":\"fall\",\"text\":\"Köket\"}";

    private final WebhookExplanation explanation = new WebhookExplanation();

    @Test
    void aSignedRequestIsExplainedWithItsAnswer() {
        Explained explained = explain(request(NOW, signature(NOW, KEY)), KEY);

        assertEquals(List.of(), Findings.wrong(explained));
        assertEquals("stored", explained.verdict());
        assertEquals("Köket", Findings.field(explained, "text"));
        assertTrue(explained.answers().get(0).text(StandardCharsets.UTF_8).startsWith("HTTP/1.1 200"));
    }

    @Test
    void aWrongSignatureIsToldButNotWhatItShouldHaveBeen() {
        Explained explained = explain(request(NOW, signature(NOW, "another key")), KEY);

        assertEquals(List.of("wrong-signature"), Findings.wrong(explained));
        assertFalse(explained.toString().contains(signature(NOW, KEY)));
        assertFalse(explained.answers().get(0).text(StandardCharsets.UTF_8).contains(signature(NOW, KEY)));
    }

    @Test
    void aClockThatIsWrongAndAMissingSignatureAreTold() {
        Instant early = NOW.minusSeconds(400);
        assertEquals(List.of("time-behind 400"), Findings.wrong(explain(request(early, signature(early, KEY)), KEY)));
        assertEquals(
                List.of("webhook-no-signature"),
                Findings.wrong(explain("POST /api/v1/receivers/webhook/gateway-1 HTTP/1.1\r\n\r\n" + BODY, KEY)));
    }

    @Test
    void aBodyAloneIsCheckedByTheSchema() {
        assertEquals(List.of(), Findings.wrong(explain(BODY, KEY)));
        assertEquals(1, Findings.wrong(explain("{\"kind\":\"fire\"}", KEY)).size());
        assertEquals(1, Findings.wrong(explain("{\"kind\":", KEY)).size());
    }

    private Explained explain(String message, String key) {
        Sender sender = new Sender(DeviceId.next(), OrganisationId.next(), Optional.of(Bytes.utf8(key)));
        assertTrue(explanation.looksLike(Bytes.utf8(message)));
        return explanation.explain(Bytes.utf8(message), identity -> Optional.of(sender), NOW);
    }

    private static String request(Instant at, String signature) {
        return "POST /api/v1/receivers/webhook/gateway-1 HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Fixpunkt-Signature: t=" + at.getEpochSecond() + ",v1=" + signature + "\r\n\r\n" + BODY;
    }

    private static String signature(Instant at, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal((at.getEpochSecond() + "." + BODY).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
