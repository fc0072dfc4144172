package se.fixpunkt.projects;

/** The person with this address is in the project already. */
@SuppressWarnings("serial")
public final class AlreadyMember extends ProjectRejection {
    public AlreadyMember() {
        super(Kind.CONFLICT);
    }
}
