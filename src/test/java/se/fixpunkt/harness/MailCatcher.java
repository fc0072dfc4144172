package se.fixpunkt.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server that delivers nothing and shows everything: an inbox page at {@code /} and {@code GET /api/messages?to=}
 * with the newest letter first. It keeps the last thousand.
 */
public final class MailCatcher implements AutoCloseable {
    private static final int KEPT = 1000;

    private final Deque<CaughtMail> letters = new ArrayDeque<>();
    private final SMTPServer smtp;
    private final HttpServer http;
    private final ExecutorService httpThreads = Executors.newFixedThreadPool(2, MailCatcher::daemon);

    private MailCatcher(InetAddress address, int smtpPort, int httpPort) throws IOException {
        smtp = SMTPServer.port(smtpPort)
                .bindAddress(address)
                .hostName("localhost")
                .softwareName("Fixpunkt mail catcher")
                .simpleMessageListener(new Listener())
                .build();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
        http.createContext("/", this::answer);
        http.setExecutor(httpThreads);
    }

    /** Starts on the two ports of 127.0.0.1. */
    public static MailCatcher start(int smtpPort, int httpPort) {
        return start("127.0.0.1", smtpPort, httpPort);
    }

    /** Takes letters at another address of this machine, such as its place in a cluster's network. */
    public static MailCatcher start(String smtpAddress, int smtpPort, int httpPort) {
        try {
            MailCatcher catcher = new MailCatcher(InetAddress.getByName(smtpAddress), smtpPort, httpPort);
            catcher.smtp.start();
            catcher.http.start();
            return catcher;
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("Cannot start the mail catcher: " + e.getMessage(), e);
        }
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int httpPort() {
        return http.getAddress().getPort();
    }

    /** Everything that was sent to the address, newest first. */
    public List<CaughtMail> to(String address) {
        return matching(letter -> letter.to().equalsIgnoreCase(address));
    }

    /** Waits for the newest letter to the address that came at or after the moment. */
    public CaughtMail await(String address, Instant since) {
        Waiting.until("a letter to " + address, Duration.ofSeconds(60), () -> newest(address, since)
                .isPresent());
        return newest(address, since).orElseThrow();
    }

    private Optional<CaughtMail> newest(String address, Instant since) {
        return to(address).stream()
                .filter(letter -> !letter.at().isBefore(since))
                .findFirst();
    }

    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
        httpThreads.shutdownNow();
    }

    private List<CaughtMail> matching(Predicate<CaughtMail> wanted) {
        synchronized (letters) {
            return letters.stream().filter(wanted).toList();
        }
    }

    private void keep(CaughtMail letter) {
        synchronized (letters) {
            letters.addFirst(letter);
            while (letters.size() > KEPT) {
                letters.removeLast();
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<String> to = query(exchange, "to");
            List<CaughtMail> found = to.map(this::to).orElseGet(() -> matching(letter -> true));
            switch (path) {
                case "/" -> send(exchange, 200, "text/html", InboxPage.of(found));
                case "/api/messages" -> send(exchange, 200, "application/json", json(found));
                default -> send(exchange, 404, "text/plain", "Not here. The inbox is at / and /api/messages?to=\n");
            }
        }
    }

    private static String json(List<CaughtMail> found) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (CaughtMail letter : found) {
            array.add(Json.createObjectBuilder()
                    .add("to", letter.to())
                    .add("subject", letter.subject())
                    .add("text", letter.text())
                    .add("at", letter.at().toString()));
        }
        return array.build().toString();
    }

    private static Optional<String> query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-catcher-http");
        thread.setDaemon(true);
        return thread;
    }

    private final class Listener implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return true;
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            keep(CaughtMail.parse(recipient, data.readAllBytes(), Instant.now()));
        }
    }
}
