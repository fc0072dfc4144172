package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.SystemAlarms;
import se.fixpunkt.alarms.SystemCondition;
import se.fixpunkt.harness.InsideTheServer;
import se.fixpunkt.shared.OrganisationId;

/** Inside the real server, on the real database: the unique key decides, not the code before it. */
@ArquillianTest
class SystemAlarmsIT {
    private static final int CLAIMANTS = 8;

    @Inject
    private SystemAlarms alarms;

    @Inject
    private DataSource database;

    @Inject
    private ManagedExecutorService threads;

    @Deployment
    static WebArchive war() {
        return InsideTheServer.with(SystemAlarmsIT.class);
    }

    @Test
    void ofManyWhoNoticeTheSameThingOneRaisesTheAlarm() throws Exception {
        SystemCondition condition = condition();
        OrganisationId organisation = OrganisationId.next();
        CyclicBarrier together = new CyclicBarrier(CLAIMANTS);
        List<Callable<Boolean>> claimants = new ArrayList<>();
        for (int i = 0; i < CLAIMANTS; i++) {
            claimants.add(() -> {
                together.await(90, TimeUnit.SECONDS);
                return alarms.raise(organisation, condition);
            });
        }

        int won = 0;
        for (Future<Boolean> claimant : threads.invokeAll(claimants)) {
            won += claimant.get(120, TimeUnit.SECONDS) ? 1 : 0;
        }

        assertEquals(1, won);
        assertEquals(1, count("SELECT COUNT(*) FROM alarm WHERE standing_condition = ?", condition.key()));
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM journal WHERE kind = 'SystemAlarmRaised' AND organisation_id = ?",
                        organisation.toString()));
    }

    @Test
    void aConditionThatIsOverIsANewAlarmWhenItComesBack() throws Exception {
        SystemCondition condition = condition();
        OrganisationId organisation = OrganisationId.next();
        assertTrue(alarms.raise(organisation, condition));
        assertFalse(alarms.raise(organisation, condition));
        assertTrue(alarms.standing().contains(condition.key()));

        alarms.over(condition.key(), "Det är över.");
        alarms.over(condition.key(), "Det är över.");

        assertFalse(alarms.standing().contains(condition.key()));
        assertTrue(alarms.raise(organisation, condition));
        assertEquals(2, count("SELECT COUNT(*) FROM alarm WHERE organisation_id = ?", organisation.toString()));
        assertEquals(
                1,
                count(
                        "SELECT COUNT(*) FROM alarm_note n JOIN alarm a ON a.id = n.alarm_id WHERE a.organisation_id = ?",
                        organisation.toString()));
    }

    private static SystemCondition condition() {
        return new SystemCondition("test:" + UUID.randomUUID(), true, "Prov");
    }

    private int count(String sql, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
