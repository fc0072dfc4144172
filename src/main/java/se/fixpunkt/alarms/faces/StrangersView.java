package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import se.fixpunkt.alarms.UnknownSender;
import se.fixpunkt.alarms.UnknownSenders;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** Devices that call and are in no register, each a click from being registered. */
@Named
@RequestScoped
public class StrangersView {
    private static final int SHOWN = 200;

    private final UnknownSenders senders;
    private final Access access;
    private List<UnknownSender> items = List.of();
    private boolean mayManage;
    private boolean mayRead;

    @Inject
    StrangersView(UnknownSenders senders, Access access) {
        this.senders = senders;
        this.access = access;
    }

    public void load() {
        items = senders.newest(SHOWN);
        mayManage = access.may(Right.MANAGE_DEVICES);
        mayRead = access.may(Right.READ_COMMUNICATION);
    }

    public List<UnknownSender> getItems() {
        return items;
    }

    public boolean isMayManage() {
        return mayManage;
    }

    public boolean isMayRead() {
        return mayRead;
    }
}
