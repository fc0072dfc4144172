package se.fixpunkt.shared;

/** Ends the caller's own session, so that the shell can offer it on every page. Sign-in implements it. */
public interface SignOut {

    /** Ends the session that this request came with; does nothing without one. */
    void signOut();
}
