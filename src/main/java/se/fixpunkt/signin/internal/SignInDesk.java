package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.CookieNames;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.SignIn;
import se.fixpunkt.signin.SignInAnswer;
import se.fixpunkt.signin.SignInRefused;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.Person;

/** Receives strangers. It has no transaction of its own, so that a refusal does not undo what was counted. */
@ApplicationScoped
class SignInDesk implements SignIn {
    private static final String BECAUSE = "whoever signs in is nobody yet";

    private final Directory directory;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SignInSteps steps;
    private final Visit visit;
    private final CookieNames cookies;

    @Inject
    SignInDesk(
            Directory directory,
            Passwords passwords,
            Throttle throttle,
            SignInSteps steps,
            Visit visit,
            @ConfigProperty(name = "FIXPUNKT_BASE_URL", defaultValue = "http://localhost:8080") String baseUrl) {
        this.directory = directory;
        this.passwords = passwords;
        this.throttle = throttle;
        this.steps = steps;
        this.visit = visit;
        this.cookies = CookieNames.at(baseUrl.toLowerCase(Locale.ROOT).startsWith("https:"));
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public SignInAnswer signIn(String email, Password password, SessionKind kind) {
        Optional<EmailAddress> typed = address(email);
        Optional<Person> person = typed.flatMap(directory::personWith).filter(Person::active);
        String account = typed.map(EmailAddress::key).orElseGet(() -> Objects.requireNonNullElse(email, ""));
        throttle.admit(account, person, visit.address());
        if (!passwords.isRight(person, password)) {
            person.ifPresent(known -> steps.failed(known, "password"));
            throw new SignInRefused();
        }
        throttle.wasRight(account, person, visit.address());
        return steps.admit(person.orElseThrow(SignInRefused::new), kind);
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public SignInAnswer.Granted confirm(AttemptToken attempt, String code, SessionKind kind) {
        SignInSteps.Outcome outcome = steps.confirm(attempt, code, kind);
        CodeRefusals.refuseUnlessPassed(outcome.redemption());
        return outcome.granted().orElseThrow();
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void sendAgain(AttemptToken attempt) {
        steps.sendAgain(attempt);
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Duration waitBeforeAnother(AttemptToken attempt) {
        return steps.waitBeforeAnother(attempt);
    }

    @Override
    @OpenToAnyone(because = "a name is no secret")
    public CookieNames cookies() {
        return cookies;
    }

    /** What cannot be an address belongs to nobody, and is refused like one that does. */
    private static Optional<EmailAddress> address(String typed) {
        try {
            return Optional.of(new EmailAddress(typed));
        } catch (InvalidValue notAnAddress) {
            return Optional.empty();
        }
    }
}
