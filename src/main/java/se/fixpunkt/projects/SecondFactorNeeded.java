package se.fixpunkt.projects;

/** The project demands a second factor and this sign-in has not passed one. */
@SuppressWarnings("serial")
public final class SecondFactorNeeded extends ProjectRejection {
    public SecondFactorNeeded() {
        super(Kind.FORBIDDEN);
    }
}
