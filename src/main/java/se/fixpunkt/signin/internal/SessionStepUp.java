package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import se.fixpunkt.shared.NotSignedIn;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.signin.StepUp;

/** Confirms the session that asks. Like the desk, it refuses outside of the transaction that counts. */
@ApplicationScoped
class SessionStepUp implements StepUp {
    private static final String BECAUSE = "the session that asks is the only one concerned; a stranger has none";

    private final StepUpSteps steps;
    private final Visit visit;

    @Inject
    SessionStepUp(StepUpSteps steps, Visit visit) {
        this.steps = steps;
        this.visit = visit;
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public boolean passed() {
        return mine().isConfirmed();
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void begin() {
        steps.begin(mine());
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void sendAgain() {
        steps.sendAgain(mine());
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public Duration waitBeforeAnother() {
        return steps.waitBeforeAnother(mine());
    }

    @Override
    @OpenToAnyone(because = BECAUSE)
    public void confirm(String code) {
        CodeRefusals.refuseUnlessPassed(steps.confirm(mine(), code));
    }

    private StoredSession mine() {
        return visit.guest().map(Visit.Guest::session).orElseThrow(NotSignedIn::new);
    }
}
