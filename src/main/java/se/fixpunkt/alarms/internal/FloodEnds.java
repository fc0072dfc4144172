package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import se.fixpunkt.shared.Texts;

/** Says when a flood is over: the next one is a new alarm. */
@ApplicationScoped
class FloodEnds {
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final StandingAlarms alarms;
    private final FloodCounts counts;
    private final Texts texts;
    private final Clock clock;

    @Inject
    FloodEnds(StandingAlarms alarms, FloodCounts counts, Texts texts, Clock clock) {
        this.alarms = alarms;
        this.counts = counts;
        this.texts = texts;
        this.clock = clock;
    }

    @Transactional
    @ActivateRequestContext
    void look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant quiet = now.minus(QUIET);
        alarms.of(StandingAlarms.FLOOD).stream()
                .filter(standing -> standing.changedAt().isBefore(quiet))
                .forEach(standing -> alarms.over(
                        standing.key(),
                        texts.format(Texts.SWEDISH, "alarms.flood.over", counts.settle(standing, now))));
    }
}
