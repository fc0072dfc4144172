package se.fixpunkt.users;

/**
 * Where a person's password is kept. Implemented by sign-in, the only place that knows passwords, so that whoever makes a
 * person can hand one over unread, in the same commit.
 */
public interface PasswordStore {

    /**
     * Replaces the person's password.
     *
     * @throws PasswordRefused when it is too short, too long, common, or close to the person's own name or address
     */
    void keep(Person person, Password password);
}
