package se.fixpunkt.alarms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import se.fixpunkt.alarms.LiveAlarms.Listener;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;

/** Who listens to the queue on this node. */
final class Audience {
    private final List<Seat> seats = new ArrayList<>();

    synchronized void add(Seat seat) {
        seats.add(seat);
    }

    synchronized void remove(Seat seat) {
        seats.remove(seat);
    }

    synchronized boolean isEmpty() {
        return seats.isEmpty();
    }

    synchronized Map<OrganisationId, List<Seat>> byOrganisation() {
        Map<OrganisationId, List<Seat>> grouped = new LinkedHashMap<>();
        seats.forEach(seat -> grouped.computeIfAbsent(seat.organisation, key -> new ArrayList<>())
                .add(seat));
        return grouped;
    }

    synchronized List<Seat> all() {
        return List.copyOf(seats);
    }

    /** Shows out those of whom it is true, and tells them. */
    void dismiss(Predicate<Seat> who) {
        for (Seat seat : all()) {
            if (who.test(seat)) {
                remove(seat);
                seat.tell(Listener::ended);
            }
        }
    }

    /** One listener; it is told from the poller's thread only. */
    static final class Seat {
        final PersonId person;
        final OrganisationId organisation;
        private final Listener listener;
        private boolean begun;

        Seat(PersonId person, OrganisationId organisation, Listener listener) {
            this.person = person;
            this.organisation = organisation;
            this.listener = listener;
        }

        /** Whether it has yet to be told the whole state; true once. */
        boolean begins() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        void tell(Consumer<Listener> news) {
            news.accept(listener);
        }
    }
}
