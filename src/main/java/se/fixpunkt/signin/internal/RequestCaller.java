package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.NotSignedIn;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** The caller of the request that this thread serves; on a thread that serves none, the system itself. */
@ApplicationScoped
class RequestCaller implements Caller {
    private static final String SYSTEM = "Fixpunkt";
    private static final String STRANGER = "–";
    private static final String NO_ADDRESS = "-";

    private final Visit visit;

    @Inject
    RequestCaller(Visit visit) {
        this.visit = visit;
    }

    @Override
    public Optional<PersonId> person() {
        return guest().map(Visit.Guest::person);
    }

    @Override
    public OrganisationId organisation() {
        return guest().map(Visit.Guest::organisation).orElseThrow(NotSignedIn::new);
    }

    @Override
    public String name() {
        return guest().map(Visit.Guest::name).orElseGet(() -> ask(Visit::isFromOutside, false) ? STRANGER : SYSTEM);
    }

    @Override
    public boolean secondFactorPassed() {
        return guest().map(guest -> guest.session().isConfirmed()).orElse(false);
    }

    @Override
    public String address() {
        return ask(Visit::address, NO_ADDRESS);
    }

    private Optional<Visit.Guest> guest() {
        return ask(Visit::guest, Optional.empty());
    }

    private <T> T ask(Function<Visit, T> question, T systemsAnswer) {
        try {
            return question.apply(visit);
        } catch (ContextNotActiveException nobodyAsked) {
            return systemsAnswer;
        }
    }
}
