package se.fixpunkt.harness;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;

/**
 * One letter as it reached one mailbox.
 *
 * @param text the plain text, or the HTML without its tags when there is no plain text
 */
public record CaughtMail(String to, String subject, String text, Instant at) {

    static CaughtMail parse(String to, byte[] raw, Instant at) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            String subject = message.getSubject();
            return new CaughtMail(to, subject == null ? "" : subject, text(message), at);
        } catch (MessagingException | IOException e) {
            // Not MIME as we know it: shown as it came, because a catcher never refuses.
            return new CaughtMail(to, "", new String(raw, StandardCharsets.UTF_8), at);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            return text(new MimeMultipart(part.getDataHandler().getDataSource()));
        }
        byte[] bytes = part.getInputStream().readAllBytes();
        String text = new String(bytes, charset(part)).replace("\r\n", "\n");
        return part.isMimeType("text/html") ? withoutTags(text) : text;
    }

    private static String text(Multipart parts) throws MessagingException, IOException {
        String html = "";
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            String text = part.isMimeType("text/*") || part.isMimeType("multipart/*") ? text(part) : "";
            if (part.isMimeType("text/plain") || (part.isMimeType("multipart/*") && !text.isBlank())) {
                return text;
            }
            html = html.isEmpty() ? text : html;
        }
        return html;
    }

    private static Charset charset(Part part) throws MessagingException {
        String name =
                part.getContentType() == null ? null : new ContentType(part.getContentType()).getParameter("charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?is)<(style|script)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]+>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }
}
