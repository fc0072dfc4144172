package se.fixpunkt.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void administratorMayEverything() {
        assertEquals(EnumSet.allOf(Permission.class), Role.ADMINISTRATOR.initialPermissions());
    }

    @Test
    void everyRoleReads() {
        for (Role role : Role.values()) {
            assertTrue(role.initialPermissions().contains(Permission.READ), role.name());
        }
    }

    @Test
    void rolesBeginAsTheirFixedPermissionsSay() {
        for (Role role : Role.values()) {
            for (Permission permission : Permission.values()) {
                if (RolePermissions.fixed(permission)) {
                    assertEquals(
                            RolePermissions.fixedTo(role, permission),
                            role.initialPermissions().contains(permission));
                }
            }
        }
    }

    @Test
    void subcontractorReadsAndMeasuresOnly() {
        assertEquals(EnumSet.of(Permission.READ, Permission.MEASURE), Role.SUBCONTRACTOR.initialPermissions());
    }

    @Test
    void isFoundByItsWord() {
        for (Role role : Role.values()) {
            assertEquals(Optional.of(role), Role.of(role.word()));
        }
        assertEquals(Optional.empty(), Role.of("ADMINISTRATOR"));
        assertEquals(Optional.empty(), Role.of(null));
    }
}
