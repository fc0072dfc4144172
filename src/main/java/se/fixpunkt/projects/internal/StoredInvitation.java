package se.fixpunkt.projects.internal;

import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.projects.Invitation;
import se.fixpunkt.projects.InvitationId;
import se.fixpunkt.projects.InvitationSpent;
import se.fixpunkt.projects.InvitationState;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.OrganisationId;

/** An invitation as stored, with what it needs to know of its project. */
record StoredInvitation(
        InvitationId id,
        ProjectId project,
        OrganisationId organisation,
        String projectName,
        String email,
        Role role,
        UUID partyId,
        String party,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        boolean accepted,
        boolean revoked,
        long version) {

    InvitationState stateAt(Instant now) {
        if (accepted) {
            return InvitationState.ACCEPTED;
        }
        if (revoked) {
            return InvitationState.REVOKED;
        }
        return now.isBefore(expiresAt) ? InvitationState.WAITING : InvitationState.EXPIRED;
    }

    void requireWaiting(Instant now) {
        InvitationState state = stateAt(now);
        if (state != InvitationState.WAITING) {
            throw new InvitationSpent(state);
        }
    }

    Invitation at(Instant now) {
        return new Invitation(id, email, role, party, stateAt(now), invitedBy, invitedAt, expiresAt);
    }
}
