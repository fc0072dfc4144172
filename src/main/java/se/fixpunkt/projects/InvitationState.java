package se.fixpunkt.projects;

/** Where an invitation is in its life. It only moves away from waiting, except that sending an expired one again revives it. */
public enum InvitationState {
    WAITING,
    ACCEPTED,
    REVOKED,
    EXPIRED
}
