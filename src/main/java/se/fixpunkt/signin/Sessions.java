package se.fixpunkt.signin;

import java.util.List;

/** The caller's own sessions and tokens. */
public interface Sessions {

    /** Those that are alive, the most recently used first. */
    List<Session> mine();

    /**
     * Ends one; it is refused from the next request, on every node.
     *
     * @throws se.fixpunkt.shared.NotFound when the caller has no such living session
     */
    void end(SessionId session);

    /** Ends all but the one that asks. */
    void endOthers();

    /** Ends the one that asks. Nothing happens to a stranger. */
    void signOut();
}
