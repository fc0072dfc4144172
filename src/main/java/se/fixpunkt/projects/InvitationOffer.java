package se.fixpunkt.projects;

import java.time.Instant;

/**
 * What whoever holds a valid link is invited to.
 *
 * @param email the only address that it is for
 * @param known whether the address belongs to a person already, who accepts signed in and needs no new password
 */
public record InvitationOffer(
        String projectName,
        String invitedBy,
        String email,
        Role role,
        String party,
        Instant expiresAt,
        boolean known) {}
