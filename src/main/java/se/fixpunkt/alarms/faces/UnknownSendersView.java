package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** What came from nobody in the register; the page's script fetches it. */
@Named
@RequestScoped
public class UnknownSendersView {
    private final Access access;
    private boolean mayManage;

    @Inject
    UnknownSendersView(Access access) {
        this.access = access;
    }

    public void open() {
        access.require(Right.READ_COMMUNICATION);
        mayManage = access.may(Right.MANAGE_DEVICES);
    }

    /** Whether an unknown device may be registered by this person. */
    public boolean isMayManage() {
        return mayManage;
    }
}
