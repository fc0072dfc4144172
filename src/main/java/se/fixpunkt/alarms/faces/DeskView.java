package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.Disposition;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** What the alarm desk needs before its script asks for the queue: who the operator is, and the words. */
@Named
@RequestScoped
public class DeskView {
    private final Access access;
    private final Caller caller;
    private String me = "";
    private boolean mayRead;

    @Inject
    DeskView(Access access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    /** Refuses those who do not handle alarms before anything is shown. */
    public void open() {
        access.require(Right.HANDLE_ALARMS);
        me = caller.requirePerson().toString();
        mayRead = access.may(Right.READ_COMMUNICATION);
    }

    public String getMe() {
        return me;
    }

    /** Whether the operator may follow a device to its conversation. */
    public boolean isMayRead() {
        return mayRead;
    }

    public List<String> getKinds() {
        return Stream.of(AlarmKind.values()).map(AlarmKind::wire).toList();
    }

    public List<String> getDispositions() {
        return Disposition.USUAL.stream().map(Disposition::word).toList();
    }

    public List<String> getProtocols() {
        return Stream.of(Protocol.values()).map(Protocol::wire).toList();
    }

    public List<String> getStates() {
        return Stream.of(AlarmState.values()).map(AlarmState::wire).toList();
    }
}
