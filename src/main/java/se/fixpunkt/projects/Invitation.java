package se.fixpunkt.projects;

import java.time.Instant;

/**
 * An invitation as the project's administrator sees it. The token is only in the letter.
 *
 * @param party the company that the invited person works for here; null when nobody said
 * @param expiresAt when the link in the newest letter stops working
 */
public record Invitation(
        InvitationId id,
        String email,
        Role role,
        String party,
        InvitationState state,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt) {}
