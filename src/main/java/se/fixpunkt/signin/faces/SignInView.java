package se.fixpunkt.signin.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.SignIn;
import se.fixpunkt.signin.SignInAnswer;
import se.fixpunkt.signin.SignInAnswer.CodeDemanded;
import se.fixpunkt.signin.SignInAnswer.Granted;
import se.fixpunkt.signin.SignInRejection;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.Self;

/** The sign-in page: address and password. */
@Named
@RequestScoped
public class SignInView {
    private final SignIn signIn;
    private final Self self;
    private final Caller caller;
    private final Browser browser;
    private String to;
    private boolean spent;
    private String email;
    private String password;

    @Inject
    public SignInView(SignIn signIn, Self self, Caller caller, Browser browser) {
        this.signIn = signIn;
        this.self = self;
        this.caller = caller;
        this.browser = browser;
    }

    /** Whoever is signed in already has nothing to do here. */
    public void passOn() {
        if (caller.person().isPresent()) {
            browser.go(new LocalPath(to));
        }
    }

    public void enter() {
        try {
            SignInAnswer answer = signIn.signIn(email, new Password(password), SessionKind.BROWSER);
            if (answer instanceof CodeDemanded demanded) {
                browser.keep(demanded.attempt());
                browser.go("/signin/code", new LocalPath(to));
            } else if (answer instanceof Granted granted) {
                browser.keep(granted.token());
                browser.speak(self.me().language().locale());
                browser.go(new LocalPath(to));
            }
        } catch (SignInRejection refused) {
            browser.tell(refused);
        }
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** Whether a code that was awaited can be awaited no longer. */
    public boolean isSpent() {
        return spent;
    }

    public void setSpent(boolean spent) {
        this.spent = spent;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
