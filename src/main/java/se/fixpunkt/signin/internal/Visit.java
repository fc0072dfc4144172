package se.fixpunkt.signin.internal;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Person;

/** What the gate found out about the request at hand. A request that never came through the gate has an empty one. */
@RequestScoped
class Visit {
    private String address = "-";
    private String agent = "";
    private Guest guest;
    private boolean fromOutside;

    /** Called by the gate for each request, before anything else. */
    void cameFrom(String networkAddress, String userAgent) {
        address = networkAddress;
        agent = userAgent;
        guest = null;
        fromOutside = true;
    }

    void enter(StoredSession session, Person person) {
        guest = new Guest(session, person.id(), person.organisation(), person.name());
    }

    void leave() {
        guest = null;
    }

    Optional<Guest> guest() {
        return Optional.ofNullable(guest);
    }

    String address() {
        return address;
    }

    String agent() {
        return agent;
    }

    boolean isFromOutside() {
        return fromOutside;
    }

    /** Somebody signed in. */
    record Guest(StoredSession session, PersonId person, OrganisationId organisation, String name) {}
}
