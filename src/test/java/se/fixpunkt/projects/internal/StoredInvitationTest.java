package se.fixpunkt.projects.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.fixpunkt.projects.InvitationId;
import se.fixpunkt.projects.InvitationSpent;
import se.fixpunkt.projects.InvitationState;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.OrganisationId;

class StoredInvitationTest {
    private static final Instant INVITED = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant EXPIRES = INVITED.plus(Duration.ofDays(4));

    @Test
    void waitsUntilItExpires() {
        StoredInvitation open = invitation(false, false);
        assertDoesNotThrow(() -> open.requireWaiting(EXPIRES.minusNanos(1)));
        assertEquals(InvitationState.EXPIRED, open.stateAt(EXPIRES));
        assertThrows(InvitationSpent.class, () -> open.requireWaiting(EXPIRES));
    }

    @Test
    void staysAcceptedOrRevokedAfterItWouldHaveExpired() {
        assertEquals(InvitationState.ACCEPTED, invitation(true, false).stateAt(EXPIRES));
        assertEquals(InvitationState.REVOKED, invitation(false, true).stateAt(EXPIRES));
    }

    private static StoredInvitation invitation(boolean accepted, boolean revoked) {
        return new StoredInvitation(
                InvitationId.next(),
                ProjectId.next(),
                OrganisationId.next(),
                "Namn",
                "a@test.test",
                Role.MEMBER,
                null,
                null,
                "Ida",
                INVITED,
                EXPIRES,
                accepted,
                revoked,
                1);
    }
}
