package se.fixpunkt.projects;

import java.util.Locale;
import java.util.Map;

/** The invitation was real but can no longer be used. */
@SuppressWarnings("serial")
public final class InvitationSpent extends ProjectRejection {
    private final InvitationState state;

    /** @param state why: accepted, revoked or expired */
    public InvitationSpent(InvitationState state) {
        super(Kind.GONE);
        this.state = state;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("state", state.name().toLowerCase(Locale.ROOT));
    }
}
