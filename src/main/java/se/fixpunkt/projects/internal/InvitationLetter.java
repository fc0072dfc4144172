package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.mail.Letter;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.users.Language;

/** What the invited person finds in the mail, in his own language. */
@ApplicationScoped
class InvitationLetter {
    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final Texts texts;
    private final String baseUrl;

    @Inject
    InvitationLetter(Texts texts, @ConfigProperty(name = "fixpunkt.base.url") String baseUrl) {
        this.texts = texts;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    Letter write(StoredInvitation invitation, String token, Language language) {
        Locale locale = language.locale();
        Object[] facts = {
            invitation.invitedBy(),
            invitation.projectName(),
            texts.text(locale, "projects.role." + invitation.role().word()),
            baseUrl + "/projects/invitation?token=" + token,
            deadline(invitation.expiresAt(), language),
            invitation.email()
        };
        return new Letter(
                invitation.email(),
                texts.format(locale, "projects.letter.subject", facts),
                texts.format(locale, "projects.letter.text", facts));
    }

    private static String deadline(Instant at, Language language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(at.atZone(SWEDISH_TIME));
    }
}
