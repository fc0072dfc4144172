package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import se.fixpunkt.shared.Texts;

/** Says when a flood is over: the next one is a new alarm. */
@ApplicationScoped
class FloodEnds {
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final StandingAlarms alarms;
    private final Texts texts;
    private final Clock clock;

    @Inject
    FloodEnds(StandingAlarms alarms, Texts texts, Clock clock) {
        this.alarms = alarms;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    @ActivateRequestContext
    void look() {
        Instant quiet = clock.instant().minus(QUIET);
        alarms.of(StandingAlarms.FLOOD).stream()
                .filter(standing -> standing.changedAt().isBefore(quiet))
                .forEach(standing -> alarms.over(
                        standing.key(), texts.format(Texts.SWEDISH, "alarms.flood.over", standing.count())));
    }
}
