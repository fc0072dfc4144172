package se.fixpunkt.mail;

/** How the outgoing queue is doing. Numbers only; whoever shows them asks for permission. */
public interface Letters {

    Count count();

    /**
     * @param waiting letters that have yet to leave
     * @param failed letters of the last thirty days that nobody took
     */
    record Count(long waiting, long failed) {}
}
