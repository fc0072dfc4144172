package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.SystemAlarmRaised;
import se.fixpunkt.alarms.SystemAlarms;
import se.fixpunkt.alarms.SystemCondition;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.OrganisationId;

/** Where the installation reports its own troubles. */
@ApplicationScoped
@Transactional
class SystemDesk implements SystemAlarms {
    private static final String ITSELF = "the installation speaks of itself; no person asks";

    private final SystemAlarmRepository alarms;
    private final StandingAlarms standing;
    private final AlarmNews news;
    private final Clock clock;

    @Inject
    SystemDesk(SystemAlarmRepository alarms, StandingAlarms standing, AlarmNews news, Clock clock) {
        this.alarms = alarms;
        this.standing = standing;
        this.news = news;
        this.clock = clock;
    }

    @Override
    @OpenToAnyone(because = ITSELF)
    public boolean raise(OrganisationId organisation, SystemCondition condition) {
        SystemAlarmRaised raised = new SystemAlarmRaised(AlarmId.next(), organisation, condition, now());
        boolean first = alarms.add(raised);
        if (first) {
            news.tell(raised);
        }
        return first;
    }

    @Override
    @OpenToAnyone(because = ITSELF)
    public Set<String> standing() {
        return Set.copyOf(alarms.standing());
    }

    @Override
    @OpenToAnyone(because = ITSELF)
    public void over(String key, String note) {
        standing.over(key, note);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
