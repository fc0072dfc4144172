package se.fixpunkt.projects;

/** An invitation to this address is waiting already; it can be sent again. */
@SuppressWarnings("serial")
public final class AlreadyInvited extends ProjectRejection {
    public AlreadyInvited() {
        super(Kind.CONFLICT);
    }
}
