package se.fixpunkt.harness;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fixpunkt's REST contract as a client outside sees it: {@code /api/v1}, JSON, a bearer token once signed in. Immutable. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{3})[ \\u00a0\\u202f]?(\\d{3,5})(?!\\d)");

    private final HttpClient client;
    private final String base;
    private final MailCatcher mail;
    private final String token;
    private final Duration patience;

    /** Signed out. */
    public Api(String url, MailCatcher mail) {
        this(HttpClient.newBuilder().connectTimeout(PATIENCE).build(), url, mail, PATIENCE);
    }

    /**
     * Signed out, with a client of one's own.
     *
     * @param mail where codes are read; null when none is asked for
     * @param patience how long one answer is waited for
     */
    public Api(HttpClient client, String url, MailCatcher mail, Duration patience) {
        this(client, url + "/api/v1/", mail, null, patience);
    }

    private Api(HttpClient client, String base, MailCatcher mail, String token, Duration patience) {
        this.client = client;
        this.base = base;
        this.mail = mail;
        this.token = token;
        this.patience = patience;
    }

    /** No answer came: whether anything happened is unknown. */
    @SuppressWarnings("serial")
    public static final class Unanswered extends AssertionError {
        private Unanswered(HttpRequest request, IOException cause) {
            super(request + ": " + cause, cause);
        }
    }

    /** The same client with somebody signed in, who reads his code in the mail if one is asked for. */
    public Api signIn(String email, String password) {
        Instant before = Instant.now();
        Answer answer = post("sign-in", Map.of("email", email, "password", password));
        if (answer.status() == 202) {
            String code = codeIn(mail.await(email, before).text());
            answer = post(
                    "sign-in/" + answer.json().getString("attempt") + "/code", Map.of("factor", "mail", "code", code));
        }
        return withToken(answer.expect(200).json().getString("accessToken"));
    }

    /** The one-time code in a letter's text. */
    public static String codeIn(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("No code in: " + text);
        }
        return code.group(1) + code.group(2);
    }

    /** The same client with this access token. */
    public Api withToken(String accessToken) {
        return new Api(client, base, mail, accessToken, patience);
    }

    /** The same session, waiting so long for an answer. */
    public Api within(Duration otherPatience) {
        return new Api(client, base, mail, token, otherPatience);
    }

    /** The access token, for a client of another kind. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param body a map, a list, a {@link JsonValue} or null for none */
    public Answer post(String path, Object body) {
        return send(request(path).POST(json(body)).header("Content-Type", "application/json"));
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(json(body)).header("Content-Type", "application/json"));
    }

    public Answer patch(String path, Object body) {
        return send(request(path).method("PATCH", json(body)).header("Content-Type", "application/json"));
    }

    /** @param version what {@code ETag} said, quotes included */
    public Answer patch(String path, Object body, String version) {
        return send(request(path)
                .method("PATCH", json(body))
                .header("Content-Type", "application/json")
                .header("If-Match", version));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A file as a browser's form sends it, with the form's other fields. */
    public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "fixpunkt-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n"));
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + boundary + "--\r\n");
        return send(request(path)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return new Answer(request, client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new Unanswered(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request + " was interrupted", e);
        }
    }

    private static BodyPublisher json(Object body) {
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(value(body).toString());
    }

    private static JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            map.forEach((name, field) -> object.add(Objects.toString(name), value(field)));
            return object.build();
        }
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(Api::value)
                    .collect(Json::createArrayBuilder, (array, item) -> array.add(item), (one, two) -> one.addAll(two))
                    .build();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        }
        return Json.createValue(value.toString());
    }

    /** What came back. */
    public static final class Answer {
        private final HttpRequest request;
        private final HttpResponse<byte[]> response;

        private Answer(HttpRequest request, HttpResponse<byte[]> response) {
            this.request = request;
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            } catch (RuntimeException e) {
                throw new AssertionError(this + " is no JSON object", e);
            }
        }

        public JsonArray array() {
            try (JsonReader reader = Json.createReader(new StringReader(text()))) {
                return reader.readArray();
            } catch (RuntimeException e) {
                throw new AssertionError(this + " is no JSON array", e);
            }
        }

        /** The {@code items} of a page of a list. */
        public JsonArray items() {
            return json().getJsonArray("items");
        }

        /** The {@code type} of problem+json without the common beginning, e.g. {@code alarm-already-taken}. */
        public String problem() {
            return json().getString("type").replace("urn:fixpunkt:problem:", "");
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** This answer, if it has the status; otherwise an assertion fails with all of it. */
        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("Expected " + status + ", got " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return request.method() + " " + request.uri() + " -> " + status() + " " + text();
        }
    }
}
