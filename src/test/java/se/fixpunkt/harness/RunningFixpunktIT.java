package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class RunningFixpunktIT {
    private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();

    @Test
    void migratesAnEmptyDatabaseToTheLastVersion() {
        assertFalse(fixpunkt.sql("SELECT version FROM flyway_schema_history").isEmpty());
        assertEquals(
                0,
                fixpunkt.sql("SELECT version FROM flyway_schema_history WHERE success = 0")
                        .size());
    }

    @Test
    void refusesStrangersWithAProblem() {
        assertEquals(401, fixpunkt.api().get("me").status());
    }
}
