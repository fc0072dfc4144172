package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.DatabaseSight;

class DatabaseLookTest {

    @Test
    void seesAClusterAsItsStatusSays() {
        DatabaseSight sight = DatabaseLook.of(true, "db-a")
                .sight(
                        Map.of(
                                "wsrep_cluster_status", "Primary",
                                "wsrep_cluster_size", "3",
                                "wsrep_local_state_comment", "Synced",
                                "wsrep_flow_control_paused", "0.0125",
                                "wsrep_local_recv_queue", "4",
                                "wsrep_last_committed", "987654"),
                        true);

        assertEquals(
                new DatabaseSight(true, true, "db-a", "Primary", 3, "Synced", new BigDecimal("0.0125"), 4, 987_654),
                sight);
        assertTrue(sight.isPrimary());
    }

    @Test
    void theMinorityIsNotPrimary() {
        assertFalse(DatabaseLook.of(true, "db-a")
                .sight(Map.of("wsrep_cluster_status", "non-Primary"), false)
                .isPrimary());
    }

    @Test
    void aDatabaseThatStandsAloneNeedsNoMajority() {
        DatabaseSight sight = DatabaseLook.of(false, "db").sight(Map.of(), true);

        assertEquals(DatabaseSight.alone("db"), sight);
        assertTrue(sight.isPrimary());
    }
}
