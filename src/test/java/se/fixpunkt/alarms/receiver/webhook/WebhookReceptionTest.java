package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.receiver.AnIntake;

class WebhookReceptionTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");
    private static final long TIME = NOW.getEpochSecond();
    private static final String KEY = "hemlig-nyckel";
    private static final String ALARM = "{\"kind\":\"alarm\",\"code\":\"fire\"}";

    private final AnIntake intake = new AnIntake().knows("gateway-1", KEY).knows("keyless", null);
    private final WebhookReception reception = new WebhookReception(intake, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aSignedMessageIsASignalAndItsReceiptSaysSo() {
        Answer answer = post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM);

        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("\"reference\":\"K1\""), answer::body);
        assertEquals(SignalKind.ALARM, intake.signals().get(0).kind());
        assertEquals("fire", intake.signals().get(0).about().wire());
        assertEquals("K1", intake.signals().get(0).reference());
    }

    @Test
    void aRepeatSignedAnewIsTheSameMessage() {
        Answer first = post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM);
        Answer again = post("gateway-1", WebhookSender.sign(KEY, TIME + 60, ALARM), "K1", ALARM);

        assertEquals(first, again);
        assertEquals(1, intake.signals().size());
    }

    @Test
    void withoutAKeyTheSignatureMakesTheMessageTheSame() {
        post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "", ALARM);
        post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "", ALARM);
        assertEquals(1, intake.signals().size());
        post("gateway-1", WebhookSender.sign(KEY, TIME + 1, ALARM), "", ALARM);
        assertEquals(2, intake.signals().size());
    }

    @Test
    void strangersAreNotTold() {
        Answer wrong = post("gateway-1", WebhookSender.sign("another", TIME, ALARM), "K1", ALARM);
        Answer unknown = post("gateway-2", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM);
        Answer keyless = post("keyless", WebhookSender.sign("nobody", TIME, ALARM), "K1", ALARM);
        Answer missing = post("gateway-1", "", "K1", ALARM);
        Answer noIdentity = post("å", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM);

        assertEquals(401, wrong.status());
        assertEquals(wrong, unknown);
        assertEquals(wrong, keyless);
        assertEquals(wrong, missing);
        assertEquals(wrong, noIdentity);
        assertTrue(intake.signals().isEmpty());
    }

    @Test
    void aWrongTimeIsToldOurs() {
        Answer answer = post("gateway-1", WebhookSender.sign(KEY, TIME - 301, ALARM), "K1", ALARM);

        assertEquals(401, answer.status());
        assertTrue(answer.body().contains("\"t\":" + TIME), answer::body);
        assertTrue(answer.body().contains(NOW.toString()), answer::body);
        assertEquals("wrong-time", intake.notes().get(0).verdict());
    }

    @Test
    void whatIsSignedAndWrongIsNamed() {
        String body = "{\"kind\":\"alarm\",\"priority\":\"3\"}";
        Answer signed = post("gateway-1", WebhookSender.sign(KEY, TIME, body), "K1", body);
        assertEquals(422, signed.status());
        assertTrue(signed.body().contains("\"field\":\"priority\""), signed::body);
        assertEquals(
                400,
                post("gateway-1", WebhookSender.sign(KEY, TIME, "kind"), "K2", "kind")
                        .status());
        assertEquals(
                401,
                post("gateway-1", "t=" + TIME + ",v1=" + "0".repeat(64), "K1", body)
                        .status());
    }

    @Test
    void tooLargeIsRefusedAndABeginningIsKept() {
        String body = "x".repeat(Delivery.LONGEST_BODY + 1);
        Answer answer = post("gateway-1", WebhookSender.sign(KEY, TIME, body), "K1", body);

        assertEquals(413, answer.status());
        assertEquals(2048, intake.notes().get(0).raw().length());
        assertEquals("too-large", intake.notes().get(0).verdict());
    }

    @Test
    void anIdempotencyKeyHasNoControlCharactersAndIsNotEndless() {
        for (String key : new String[] {"k".repeat(256), "a\u0001b", "\u007f", "a\r\nb"}) {
            assertEquals(
                    422,
                    post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), key, ALARM)
                            .status());
        }
        assertEquals("bad-idempotency-key", intake.notes().get(0).verdict());
        assertTrue(intake.signals().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "~", "0123456789012345678901234567890123456789012345678901234567890123"})
    void anIdempotencyKeyIsTheReference(String key) {
        Answer answer = post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), key, ALARM);

        assertEquals(key, intake.signals().get(0).reference());
        assertTrue(answer.body().contains("\"reference\":\"" + key + "\""), answer::body);
    }

    /** A SHA-512 in hexadecimal, a key with a blank in it, one in other letters, the longest. */
    @Test
    void aKeyThatHasNoRoomIsKnownByItsHash() {
        List<String> keys = List.of("f".repeat(128), "larm 4711", "\u00e5", "k".repeat(65), "k".repeat(255));
        for (String key : keys) {
            Answer first = post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), key, ALARM);
            assertEquals(200, first.status(), first::body);
            assertEquals(first, post("gateway-1", WebhookSender.sign(KEY, TIME + 1, ALARM), key, ALARM));
        }
        assertEquals(keys.size(), intake.signals().size());
        intake.signals().forEach(signal -> assertTrue(signal.reference().matches("[0-9a-f]{64}"), signal::reference));
        // printf 'larm 4711' | sha256sum
        assertEquals(
                "50f1c39246435f90134edad2444bb288e6c989936dff66da90a5f7a69523f4a9",
                intake.signals().get(1).reference());
    }

    @Test
    void whatCannotBeStoredIsToBeSentAgain() {
        intake.goesAway();
        Answer answer = post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM);

        assertEquals(503, answer.status());
        assertEquals("5", answer.headers().get("Retry-After"));
        assertEquals("not-stored", intake.notes().get(0).verdict());
    }

    @Test
    void nothingIsAnsweredBeforeTheCommit() {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        intake.commitsAfter(commit);
        CompletableFuture<Answer> answer = reception
                .receive(delivery("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM))
                .toCompletableFuture();

        assertFalse(answer.isDone());
        commit.complete(null);
        assertEquals(200, answer.join().status());
    }

    @Test
    void whatWaitsForItsCommitIsBounded() {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        intake.commitsAfter(commit);
        for (int i = 0; i < 256; i++) {
            reception.receive(delivery("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K" + i, ALARM));
        }
        assertEquals(
                503,
                post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K", ALARM)
                        .status());
        commit.complete(null);
        assertEquals(
                200,
                post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K", ALARM)
                        .status());
    }

    @Test
    void whoeverGuessesIsSoonSilenced() {
        for (int i = 0; i < 60; i++) {
            assertEquals(
                    401,
                    post("gateway-1", "t=" + TIME + ",v1=" + "0".repeat(64), "", ALARM)
                            .status());
        }
        assertEquals(
                429,
                post("gateway-1", WebhookSender.sign(KEY, TIME, ALARM), "K1", ALARM)
                        .status());
        Delivery elsewhere = new Delivery(
                "/x",
                "gateway-1",
                "",
                WebhookSender.sign(KEY, TIME, ALARM),
                "K1",
                Bytes.utf8(ALARM),
                new InetSocketAddress("192.0.2.2", 4711));
        assertEquals(
                200, reception.receive(elsewhere).toCompletableFuture().join().status());
    }

    @Test
    void theLogHasTheRequestWithTheBodyByteForByte() {
        String raw = delivery("gateway-1", "t=1,v1=\r\nX: y", "K1", "å\u0000\n")
                .raw()
                .text(StandardCharsets.UTF_8);

        assertEquals(
                String.join(
                        "\r\n",
                        "POST /api/v1/receivers/webhook/gateway-1 HTTP/1.1",
                        "Content-Type: application/json",
                        "Fixpunkt-Signature: t=1,v1=\\u000d\\u000aX: y",
                        "Idempotency-Key: K1",
                        "",
                        "å\u0000\n"),
                raw);
    }

    private Answer post(String identity, String signature, String key, String body) {
        return reception
                .receive(delivery(identity, signature, key, body))
                .toCompletableFuture()
                .join();
    }

    private static Delivery delivery(String identity, String signature, String key, String body) {
        return new Delivery(
                "/api/v1/receivers/webhook/" + identity,
                identity,
                "application/json",
                signature,
                key,
                Bytes.utf8(body),
                new InetSocketAddress("192.0.2.1", 4711));
    }
}
