package se.fixpunkt.mail;

/** Where a letter is handed in: it leaves only if the surrounding transaction commits, and then for certain. */
public interface Outbox {
    void post(Letter letter);
}
