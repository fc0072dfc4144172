package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import se.fixpunkt.alarms.UnknownSender;
import se.fixpunkt.alarms.UnknownSenders;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The list of those who call without being known. */
@ApplicationScoped
@Transactional
class StrangerList implements UnknownSenders {
    private final Access access;
    private final UnknownSenderRepository senders;

    @Inject
    StrangerList(Access access, UnknownSenderRepository senders) {
        this.access = access;
        this.senders = senders;
    }

    @Override
    public List<UnknownSender> newest(int limit) {
        access.require(access.may(Right.MANAGE_DEVICES) ? Right.MANAGE_DEVICES : Right.READ_COMMUNICATION);
        return senders.newest(limit);
    }
}
