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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** As the server reads an address; what ends with a slash does not come as far as the receiver. */
    @ParameterizedTest
    @CsvSource({
        "gateway-1,stored",
        "gateway-1?src=a,stored",
        "gateway%2D1,stored",
        "gateway-1/,bad-identity",
        "gateway%2,bad-identity",
        "gateway+1,bad-identity"
    })
    void theAddressIsReadAsTheServerReadsIt(String written, String verdict) {
        String request = request(NOW, signature(NOW, KEY)).replace("/gateway-1 ", "/" + written + " ");

        assertEquals(verdict, explain(request, KEY).verdict());
    }

    @Test
    void aWrongIdempotencyKeyIsTold() {
        Explained explained = explain(withKey("k".repeat(256)), KEY);

        assertEquals(List.of("webhook-idempotency-key 255"), Findings.wrong(explained));
        assertEquals("bad-idempotency-key", explained.verdict());
        assertTrue(explained.answers().get(0).text(StandardCharsets.UTF_8).startsWith("HTTP/1.1 422"));
        assertEquals("stored", explain(withKey("larm 4711"), KEY).verdict());
    }

    @Test
    void aBodyThatIsTooLargeIsToldWithoutBeingRead() {
        String large = BODY.replace("Köket", "x".repeat(Delivery.LONGEST_BODY));
        for (String message : List.of(large, request(NOW, signature(NOW, KEY)).replace(BODY, large))) {
            Explained explained = explain(message, KEY);

            assertEquals(List.of("webhook-too-large 65536"), Findings.wrong(explained));
            assertEquals("too-large", explained.verdict());
            assertEquals(List.of(), explained.fields());
            assertTrue(explained.answers().get(0).text(StandardCharsets.UTF_8).startsWith("HTTP/1.1 413"));
        }
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

    private static String withKey(String key) {
        return request(NOW, signature(NOW, KEY)).replace("\r\n\r\n", "\r\nIdempotency-Key: " + key + "\r\n\r\n");
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
