package se.fixpunkt.projects;

/** The project would be left without an administrator. */
@SuppressWarnings("serial")
public final class LastProjectAdministrator extends ProjectRejection {
    public LastProjectAdministrator() {
        super(Kind.CONFLICT);
    }
}
