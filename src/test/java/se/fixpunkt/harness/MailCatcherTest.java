package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
    private MailCatcher catcher;

    @BeforeEach
    void start() {
        catcher = MailCatcher.start(0, 0);
    }

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void decodesSwedishSubjectsAndQuotedPrintableText() throws Exception {
        send(
                "anna@demo.test",
                "Din kod för Väg å Bro",
                "Koden är 123 456.\nHälsningar från Öland = 100 %",
                "quoted-printable");

        JsonArray messages = inbox("anna@demo.test");

        assertEquals("Din kod för Väg å Bro", messages.getJsonObject(0).getString("subject"));
        assertEquals(
                "Koden är 123 456.\nHälsningar från Öland = 100 %",
                messages.getJsonObject(0).getString("text").strip());
        assertEquals("anna@demo.test", messages.getJsonObject(0).getString("to"));
    }

    @Test
    void showsTheNewestLetterFirstAndOnlyThoseToTheAddress() throws Exception {
        send("anna@demo.test", "first", "1", "8bit");
        send("bo@demo.test", "other", "x", "8bit");
        send("anna@demo.test", "second", "2", "base64");

        JsonArray messages = inbox("Anna@demo.test");

        assertEquals(2, messages.size());
        assertEquals("second", messages.getJsonObject(0).getString("subject"));
        assertFalse(Instant.parse(messages.getJsonObject(0).getString("at"))
                .isBefore(Instant.parse(messages.getJsonObject(1).getString("at"))));
    }

    @Test
    void prefersPlainTextOverHtml() throws Exception {
        MimeMultipart parts = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("vanlig text å", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<b>fet text</b>", "UTF-8", "html");
        parts.addBodyPart(plain);
        parts.addBodyPart(html);
        MimeMessage message = message("anna@demo.test", "two forms");
        message.setContent(parts);
        Transport.send(message);

        assertEquals(
                "vanlig text å", catcher.await("anna@demo.test", Instant.EPOCH).text());
    }

    @Test
    void neverRunsWhatALetterBringsAlong() throws Exception {
        send("anna@demo.test", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "8bit");

        String page = get("/").body();

        assertTrue(page.contains("&lt;script&gt;"));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("<img"));
    }

    @Test
    void answersOtherPathsWithNotFound() throws Exception {
        assertEquals(404, get("/api/other").statusCode());
    }

    private JsonArray inbox(String to) throws IOException, InterruptedException {
        try (JsonReader reader = Json.createReader(new StringReader(
                get("/api/messages?to=" + to.replace("@", "%40")).body()))) {
            return reader.readArray();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + catcher.httpPort() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void send(String to, String subject, String text, String encoding) throws MessagingException {
        MimeMessage message = message(to, subject);
        message.setText(text, "UTF-8");
        message.setHeader("Content-Transfer-Encoding", encoding);
        Transport.send(message);
    }

    private MimeMessage message(String to, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", Integer.toString(catcher.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("fixpunkt@demo.test");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        return message;
    }
}
