package se.fixpunkt.projects.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.projects.SecondFactorNeeded;
import se.fixpunkt.shared.Forbidden;
import se.fixpunkt.shared.OrganisationId;

class StandingTest {
    private static final boolean PASSED = true;

    @Test
    void admitsWhoeverHasThePermission() {
        Standing reader = standing(false, EnumSet.of(Permission.READ));
        assertDoesNotThrow(() -> reader.require(Permission.READ, !PASSED));
        assertTrue(reader.allows(Permission.READ, !PASSED));
    }

    @Test
    void refusesWhoeverLacksThePermission() {
        Standing reader = standing(false, EnumSet.of(Permission.READ));
        assertThrows(Forbidden.class, () -> reader.require(Permission.PRICE, PASSED));
        assertFalse(reader.allows(Permission.PRICE, PASSED));
    }

    @Test
    void asksForTheSecondFactorBeforeItTellsThatAPermissionIsMissing() {
        Standing nobody = standing(true, Set.of());
        assertThrows(SecondFactorNeeded.class, () -> nobody.require(Permission.READ, !PASSED));
        assertThrows(Forbidden.class, () -> nobody.require(Permission.READ, PASSED));
    }

    @Test
    void permissionsAreReadAsTheyWereWritten() {
        for (Role role : Role.values()) {
            assertEquals(role.initialPermissions(), PermissionSet.read(PermissionSet.write(role.initialPermissions())));
        }
    }

    @Test
    void passesOverPermissionsThatANewerVersionWrote() {
        assertEquals(EnumSet.of(Permission.READ), PermissionSet.read("READ,TELEPORT"));
        assertEquals(Set.of(), PermissionSet.read(""));
    }

    private static Standing standing(boolean twoFactorRequired, Set<Permission> permissions) {
        return new Standing(
                ProjectId.next(),
                OrganisationId.next(),
                "Namn",
                twoFactorRequired,
                Instant.EPOCH,
                1,
                Role.MEMBER,
                permissions);
    }
}
