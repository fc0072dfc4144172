package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.domain.Silence;
import se.fixpunkt.alarms.domain.SilenceJudge;
import se.fixpunkt.alarms.domain.Watched;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.Standing;
import se.fixpunkt.shared.OrganisationId;

/** One look at who is silent. Every node looks; what each finds is decided in the database. */
@ApplicationScoped
class SupervisionRound {
    /** Devices in one transaction. */
    private static final int TOGETHER = 200;

    private final SilenceRepository devices;
    private final SilenceClaim claim;
    private final StandingAlarms alarms;
    private final SignalIntake intake;
    private final Clock clock;

    @Inject
    SupervisionRound(
            SilenceRepository devices, SilenceClaim claim, StandingAlarms alarms, SignalIntake intake, Clock clock) {
        this.devices = devices;
        this.claim = claim;
        this.alarms = alarms;
        this.intake = intake;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!intake.isWell()) {
            return;
        }
        look(claim.listening(now), now);
    }

    /** @param listeningSince since when somebody has listened without a break */
    void look(Instant listeningSince, Instant now) {
        for (Standing standing : alarms.of(StandingAlarms.SCOPE)) {
            claim.recover(standing, now);
        }
        for (OrganisationId organisation : devices.organisationsWithOverdue(now)) {
            judge(organisation, listeningSince, now);
        }
    }

    private void judge(OrganisationId organisation, Instant listeningSince, Instant now) {
        String own = SilenceClaim.scopeKey(organisation, "");
        Set<String> scopes = alarms.of(own).stream()
                .map(standing -> standing.key().substring(own.length()))
                .collect(Collectors.toSet());
        Collection<Watched> watched = devices.watched(organisation, now);
        for (Silence silence : new SilenceJudge(listeningSince, now).judge(watched, scopes)) {
            if (silence.scope().isEmpty()) {
                claim.alone(organisation, silence.devices().get(0), now);
            } else {
                inParts(organisation, silence, now);
            }
        }
    }

    private void inParts(OrganisationId organisation, Silence silence, Instant now) {
        int all = silence.devices().size();
        for (int from = 0; from < all; from += TOGETHER) {
            claim.together(organisation, silence, from, Math.min(from + TOGETHER, all), now);
        }
    }
}
