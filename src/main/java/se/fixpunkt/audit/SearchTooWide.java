package se.fixpunkt.audit;

import se.fixpunkt.shared.Rejection;

/** Looking for the text took too long; a shorter time or a kind makes it possible. */
@SuppressWarnings("serial")
public final class SearchTooWide extends Rejection {
    public SearchTooWide() {
        super(Kind.INVALID);
    }
}
