package se.fixpunkt.mail.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the mail server is reached: {@code FIXPUNKT_MAIL_…}. */
@ApplicationScoped
class MailServer {
    private static final String TIMEOUT_MILLIS = "10000";

    private final String host;
    private final Optional<Integer> port;
    private final Optional<String> user;
    private final Optional<String> password;
    private final String from;
    private final Encryption encryption;

    @Inject
    MailServer(
            @ConfigProperty(name = "FIXPUNKT_MAIL_HOST") String host,
            @ConfigProperty(name = "FIXPUNKT_MAIL_PORT") Optional<Integer> port,
            @ConfigProperty(name = "FIXPUNKT_MAIL_USER") Optional<String> user,
            @ConfigProperty(name = "FIXPUNKT_MAIL_PASSWORD") Optional<String> password,
            @ConfigProperty(name = "FIXPUNKT_MAIL_FROM") String from,
            @ConfigProperty(name = "FIXPUNKT_MAIL_TLS", defaultValue = "starttls") String tls) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.from = from;
        this.encryption = Encryption.valueOf(tls.toUpperCase(Locale.ROOT));
    }

    String from() {
        return from;
    }

    Optional<String> user() {
        return user;
    }

    String password() {
        return password.orElse("");
    }

    /** For Jakarta Mail. A server that offers no encryption is refused unless none was asked for. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", String.valueOf(port.orElse(encryption.usualPort)));
        properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(encryption == Encryption.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        return properties;
    }

    /** How the connection is encrypted, with the port that goes with it (RFC 8314). */
    private enum Encryption {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int usualPort;

        Encryption(int usualPort) {
            this.usualPort = usualPort;
        }
    }
}
