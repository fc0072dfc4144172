package se.fixpunkt.cluster.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import se.fixpunkt.alarms.receiver.webhook.WebhookSignature;
import se.fixpunkt.cluster.faults.SignalBook.SignalName;

/**
 * A device that posts webhooks to two addresses: it sends a message, each time signed anew and with the same idempotency key,
 * until one of them has stored it.
 */
final class HttpAlarm implements Load.Turn {
    private static final Logger LOG = Logger.getLogger(HttpAlarm.class.getName());

    static final String KEY = "a-key-for-tests-0123456789";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long BETWEEN_TRIES_MILLIS = 200;

    private final String identity;
    private final List<String> receivers;
    private final HttpClient client;
    private final SignalBook book;
    private final long pauseMillis;
    private int number;
    private int receiver;

    /** @param receivers addresses without a slash at the end, the first one first */
    HttpAlarm(String identity, List<String> receivers, HttpClient client, SignalBook book, long pauseMillis) {
        this.identity = identity;
        this.receivers = receivers;
        this.client = client;
        this.book = book;
        this.pauseMillis = pauseMillis;
    }

    @Override
    public void take() throws InterruptedException {
        String reference = "W" + ++number;
        SignalName name = new SignalName(identity, reference);
        book.sent(name, System.nanoTime());
        while (!isAcknowledged(reference)) {
            receiver = (receiver + 1) % receivers.size();
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
        book.acknowledged(name, System.nanoTime());
        Thread.sleep(pauseMillis);
    }

    private boolean isAcknowledged(String reference) throws InterruptedException {
        // Two bodies that are alike within a second have the same signature, and the second one is refused as a replay.
        byte[] body = ("{\"kind\":\"alarm\",\"code\":\"fall\",\"text\":\"Prov " + reference + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(receivers.get(receiver) + "/api/v1/receivers/webhook/" + identity))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", reference)
                .header(
                        "Fixpunkt-Signature",
                        WebhookSignature.of(KEY, Instant.now().getEpochSecond(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        long began = System.nanoTime();
        String answer;
        try {
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            if (status == 200) {
                return true;
            }
            answer = String.valueOf(status);
        } catch (IOException unanswered) {
            answer = unanswered.toString();
        }
        String why = answer;
        LOG.fine(() -> String.format(
                "%s %s at %s after %d ms: %s",
                identity, reference, receivers.get(receiver), (System.nanoTime() - began) / 1_000_000, why));
        return false;
    }
}
