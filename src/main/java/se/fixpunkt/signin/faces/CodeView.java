package se.fixpunkt.signin.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.Rejection;
import se.fixpunkt.signin.AttemptSpent;
import se.fixpunkt.signin.AttemptToken;
import se.fixpunkt.signin.SessionKind;
import se.fixpunkt.signin.SignIn;
import se.fixpunkt.signin.StepUp;
import se.fixpunkt.users.Self;

/** The code page: the second half of a sign-in, or the confirmation of a session that a project demands more of. */
@Named
@RequestScoped
public class CodeView {
    private static final String SIGN_IN = "/signin/sign-in";

    private final SignIn signIn;
    private final StepUp stepUp;
    private final Self self;
    private final Caller caller;
    private final Browser browser;
    private String to;
    private String code;
    private boolean sent;
    private Duration wait = Duration.ZERO;

    @Inject
    public CodeView(SignIn signIn, StepUp stepUp, Self self, Caller caller, Browser browser) {
        this.signIn = signIn;
        this.stepUp = stepUp;
        this.self = self;
        this.caller = caller;
        this.browser = browser;
    }

    /** Finds out which of the two it is, and mails the session's code when none is on its way. */
    public void load() {
        try {
            if (isStepUp()) {
                if (stepUp.passed()) {
                    browser.go(new LocalPath(to));
                    return;
                }
                if (!FacesContext.getCurrentInstance().isPostback()) {
                    stepUp.begin();
                }
                wait = stepUp.waitBeforeAnother();
            } else {
                wait = signIn.waitBeforeAnother(attempt());
            }
        } catch (AttemptSpent spent) {
            startAgain();
        } catch (Rejection refused) {
            browser.tell(refused);
        }
    }

    public void confirm() {
        try {
            if (isStepUp()) {
                stepUp.confirm(code);
            } else {
                browser.keep(
                        signIn.confirm(attempt(), code, SessionKind.BROWSER).token());
                browser.speak(self.me().language().locale());
            }
            browser.go(new LocalPath(to));
        } catch (AttemptSpent spent) {
            if (isStepUp()) {
                browser.tell(spent);
            } else {
                startAgain();
            }
        } catch (Rejection refused) {
            code = null;
            browser.tell(refused);
        }
    }

    public void sendAgain() {
        try {
            if (isStepUp()) {
                stepUp.sendAgain();
            } else {
                signIn.sendAgain(attempt());
            }
            sent = true;
        } catch (AttemptSpent spent) {
            startAgain();
        } catch (Rejection refused) {
            browser.tell(refused);
        }
    }

    /** Whether somebody signed in is asked, not somebody signing in. */
    public boolean isStepUp() {
        return caller.person().isPresent();
    }

    /** Whether another code was just mailed. */
    public boolean isSent() {
        return sent;
    }

    /** Seconds until another code can be mailed. */
    public long getWaitSeconds() {
        return wait.plusMillis(999).toSeconds();
    }

    /** Always empty: a code is typed anew. */
    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    private AttemptToken attempt() {
        return browser.attempt().orElseThrow(AttemptSpent::new);
    }

    private void startAgain() {
        boolean began = browser.attempt().isPresent();
        browser.forgetAttempt();
        browser.go(began ? SIGN_IN + "?spent=true" : SIGN_IN, new LocalPath(to));
    }
}
