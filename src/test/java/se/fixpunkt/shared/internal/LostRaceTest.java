package se.fixpunkt.shared.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostRaceTest {
    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020, 1047})
    void theDatabasesErrorsOfALostRaceAreWorthAnotherTry(int code) {
        assertTrue(LostRace.caused(new IllegalStateException(new SQLException("lost", "HY000", code))));
    }

    @Test
    void anOptimisticConflictDeepInsideIsWorthAnotherTry() {
        assertTrue(LostRace.caused(new RuntimeException(new RuntimeException(new OptimisticLockException()))));
    }

    @Test
    void aCertificationFailureThatIsOnlyTextIsWorthAnotherTry() {
        assertTrue(LostRace.caused(new Exception(
                "org.mariadb.jdbc: (conn=7) Deadlock found when trying to get lock; try restarting transaction")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1062, 1452, 1146})
    void otherErrorsAreNot(int code) {
        assertFalse(LostRace.caused(new SQLException("no", "23000", code)));
    }

    @Test
    void aRefusalAndACircleOfCausesAreNot() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertFalse(LostRace.caused(two));
        assertFalse(LostRace.caused(new se.fixpunkt.shared.NotFound()));
    }
}
