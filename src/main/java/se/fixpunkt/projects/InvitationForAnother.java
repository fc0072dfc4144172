package se.fixpunkt.projects;

/** The invitation is bound to another address than that of the person who is signed in. */
@SuppressWarnings("serial")
public final class InvitationForAnother extends ProjectRejection {
    public InvitationForAnother() {
        super(Kind.FORBIDDEN);
    }
}
