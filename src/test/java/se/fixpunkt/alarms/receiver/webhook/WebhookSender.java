package se.fixpunkt.alarms.receiver.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts and signs by what is published, with nothing of the receiver's own. */
final class WebhookSender {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 4;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;

    WebhookSender(String url) {
        this.url = url;
    }

    static String sign(String key, long time, byte[] body) {
        return WebhookSignature.of(key, time, body);
    }

    static String sign(String key, long time, String body) {
        return sign(key, time, body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param signature null for none, as the key */
    HttpResponse<String> post(String identity, String signature, String idempotencyKey, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1/receivers/webhook/" + identity))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("Fixpunkt-Signature", signature);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        HttpRequest built = request.build();
        HttpResponse<String> answer = send(built);
        for (int tries = 1; tries < TRIES && answer.statusCode() == 503; tries++) {
            // It could not be stored in time, and is to be sent again.
            answer = send(built);
        }
        return answer;
    }

    /** With a body of a length that is not told before. */
    HttpResponse<String> postInPieces(
            String identity, String signature, String contentType, String accept, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(url + "/api/v1/receivers/webhook/" + identity))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .header("Accept", accept)
                .header("Fixpunkt-Signature", signature)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
    }

    HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
