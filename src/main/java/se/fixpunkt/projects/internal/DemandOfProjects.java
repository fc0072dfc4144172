package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.SecondFactorDemand;

/** A second factor is asked of everybody who is in a project that demands it. */
@ApplicationScoped
class DemandOfProjects implements SecondFactorDemand {
    private final StandingRepository standings;

    @Inject
    DemandOfProjects(StandingRepository standings) {
        this.standings = standings;
    }

    @Override
    @OpenToAnyone(because = "sign-in asks before anybody is signed in; the answer is only acted on")
    public boolean demandedOf(PersonId person) {
        return standings.anyDemandsSecondFactorOf(person);
    }
}
