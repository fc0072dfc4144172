package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import se.fixpunkt.alarms.Communication;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Transmission;
import se.fixpunkt.shared.Caller;
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

    @Inject
    CommunicationLog(Access access, Caller caller, ConversationRepository conversations) {
        this.access = access;
        this.caller = caller;
        this.conversations = conversations;
    }

    @Override
    public Page<Transmission> conversation(DeviceId device, Span span, String after, int limit) {
        access.require(Right.READ_COMMUNICATION);
        if (!conversations.owns(caller.organisation(), device)) {
            throw new NotFound();
        }
        return page(device, span, after, limit);
    }

    @Override
    public Page<Transmission> unknown(Span span, String after, int limit) {
        access.require(Right.READ_COMMUNICATION);
        return page(null, span, after, limit);
    }

    private Page<Transmission> page(DeviceId device, Span span, String after, int limit) {
        List<Transmission> read = conversations.read(device, span, Cursor.read(after), limit + 1);
        return Page.of(read, limit, line -> new Cursor(0, line.at(), line.id()).write());
    }
}
