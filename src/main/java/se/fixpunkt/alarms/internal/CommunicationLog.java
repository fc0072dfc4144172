package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.fixpunkt.alarms.Communication;
import se.fixpunkt.alarms.ConversationExported;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Transmission;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The conversation with devices, read. */
@ApplicationScoped
@Transactional
class CommunicationLog implements Communication {
    private final Access access;
    private final Caller caller;
    private final ConversationRepository conversations;
    private final Event<DomainEvent> journal;

    @Inject
    CommunicationLog(Access access, Caller caller, ConversationRepository conversations, Event<DomainEvent> journal) {
        this.access = access;
        this.caller = caller;
        this.conversations = conversations;
        this.journal = journal;
    }

    @Override
    public Page<Transmission> conversation(DeviceId device, Search search, String after, int limit) {
        access.require(Right.READ_COMMUNICATION);
        if (!conversations.owns(caller.organisation(), device)) {
            throw new NotFound();
        }
        return page(device.value(), search, Cursor.read(after), limit);
    }

    @Override
    public Page<Transmission> unknown(Search search, String after, int limit) {
        access.require(Right.READ_COMMUNICATION);
        return page(SignalRepository.NOBODY, search, Cursor.read(after), limit);
    }

    @Override
    public void export(DeviceId device, Search search, String format) {
        access.require(Right.READ_COMMUNICATION);
        if (device != null && !conversations.owns(caller.organisation(), device)) {
            throw new NotFound();
        }
        journal.fire(new ConversationExported(
                caller.organisation(),
                device,
                search.span().from(),
                search.span().to(),
                format));
    }

    /** The cursor tells the exchange that the page ended in, and how many of its lines were given. */
    private Page<Transmission> page(UUID device, Search search, Cursor after, int limit) {
        List<Transmission> lines = new ArrayList<>();
        for (Exchange exchange : conversations.read(new ExchangeQuery(device, search, after, limit + 1))) {
            boolean again = after != null && exchange.id().equals(after.id());
            List<Transmission> some = exchange.lines(search);
            int given = again ? Math.min(after.priority(), some.size()) : 0;
            if (lines.size() + some.size() - given > limit) {
                int room = limit - lines.size();
                lines.addAll(some.subList(given, given + room));
                return new Page<>(lines, new Cursor(given + room, exchange.at(), exchange.id()).write());
            }
            lines.addAll(some.subList(given, some.size()));
        }
        return new Page<>(lines, null);
    }
}
