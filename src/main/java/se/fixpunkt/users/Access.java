package se.fixpunkt.users;

/** The gate for everything outside projects. First statement of each front-door method that is not about a project. */
public interface Access {

    /**
     * Passes when the caller is signed in and has the right, read fresh from the database.
     *
     * @throws se.fixpunkt.shared.NotSignedIn when nobody is signed in
     * @throws se.fixpunkt.shared.Forbidden when the right is missing
     */
    void require(Right right);

    /** Whether {@link #require} would pass; for pages that hide what cannot be done. */
    boolean may(Right right);
}
