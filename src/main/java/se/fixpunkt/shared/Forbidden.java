package se.fixpunkt.shared;

import java.util.Map;

/** The caller may see the thing but lacks the right to do this with it. */
@SuppressWarnings("serial")
public final class Forbidden extends Rejection {
    private final String right;

    /** @param right the missing right or permission, by its enum name */
    public Forbidden(String right) {
        super(Kind.FORBIDDEN);
        this.right = right;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("right", right);
    }
}
