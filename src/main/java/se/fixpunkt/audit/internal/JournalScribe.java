package se.fixpunkt.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.audit.JournalLine;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.ThisNode;
import se.fixpunkt.shared.TimeOrderedId;

/** Puts an event into a journal line: who is asking, when, on which node. */
@ApplicationScoped
class JournalScribe {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 64;

    private final Caller caller;
    private final Clock clock;
    private final ThisNode node;

    @Inject
    JournalScribe(Caller caller, Clock clock, ThisNode node) {
        this.caller = caller;
        this.clock = clock;
        this.node = node;
    }

    /** What one transaction's caller did, at one moment. */
    List<JournalLine> lines(List<DomainEvent> events) {
        Actor actor = actor();
        Instant now = clock.instant();
        return events.stream().map(event -> line(event, actor, now)).toList();
    }

    private JournalLine line(DomainEvent event, Actor actor, Instant now) {
        return new JournalLine(
                TimeOrderedId.next(),
                now,
                node.name(),
                event.getClass().getSimpleName(),
                event.subject().kind(),
                event.subject().id(),
                event.organisation().value(),
                event.project().orElse(null),
                actor.id(),
                cut(actor.name(), LONGEST_NAME),
                cut(actor.address(), LONGEST_ADDRESS),
                JsonText.of(event.before()),
                JsonText.of(event.after()));
    }

    /** A device's thread has no request, and so nobody who asks. */
    private Actor actor() {
        try {
            return new Actor(caller.person().map(PersonId::value).orElse(null), caller.name(), caller.address());
        } catch (ContextNotActiveException nobodyAsked) {
            return Actor.SYSTEM;
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private record Actor(UUID id, String name, String address) {
        private static final Actor SYSTEM = new Actor(null, "Fixpunkt", "-");
    }
}
