package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

/** Hands one letter to the mail server. */
@ApplicationScoped
class Carrier {
    private final MailServer server;
    private final Session session;

    @Inject
    Carrier(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(server.properties());
    }

    /**
     * @param letter whose id becomes the message's, so that a letter that was handed over twice can be recognised
     * @throws Undeliverable when trying again is no use
     * @throws NotNow when it is
     */
    void deliver(StoredLetter letter, SealedContent content) {
        try {
            MimeMessage message = message(letter, content);
            try (Transport transport = session.getTransport()) {
                if (server.user().isPresent()) {
                    transport.connect(server.user().get(), server.password());
                } else {
                    transport.connect();
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (AddressException malformed) {
            throw new Undeliverable(malformed);
        } catch (SendFailedException refused) {
            throw refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                    ? new Undeliverable(refused)
                    : new NotNow(refused);
        } catch (MessagingException failure) {
            throw new NotNow(failure);
        }
    }

    private MimeMessage message(StoredLetter letter, SealedContent content) throws MessagingException {
        InternetAddress from = new InternetAddress(server.from());
        MimeMessage message = new IdentifiedMessage(session, letter.id(), from);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(content.recipient(), true));
        message.setSubject(content.subject(), StandardCharsets.UTF_8.name());
        message.setText(content.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** Jakarta Mail makes up a message id of its own unless it is told not to. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, UUID letter, InternetAddress from) {
            super(session);
            String address = from.getAddress();
            this.id = "<" + letter + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** The mail server will never take this letter. */
    @SuppressWarnings("serial")
    static final class Undeliverable extends RuntimeException {
        Undeliverable(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The mail server did not take the letter this time. */
    @SuppressWarnings("serial")
    static final class NotNow extends RuntimeException {
        NotNow(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
