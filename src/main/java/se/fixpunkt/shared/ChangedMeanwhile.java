package se.fixpunkt.shared;

import java.util.Map;

/** Somebody else changed the thing since the caller read it. Carries what is true now. */
@SuppressWarnings("serial")
public final class ChangedMeanwhile extends Rejection {
    private final transient Map<String, ?> current;

    /** @param current the present state under the contract's names, {@code version} among them */
    public ChangedMeanwhile(Map<String, ?> current) {
        super(Kind.CHANGED_MEANWHILE);
        this.current = Map.copyOf(current);
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("current", current);
    }
}
