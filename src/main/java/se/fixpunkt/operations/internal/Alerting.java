package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.alarms.SystemAlarms;
import se.fixpunkt.alarms.SystemCondition;
import se.fixpunkt.operations.Concern;
import se.fixpunkt.operations.Concern.Kind;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.users.Directory;

/**
 * Makes alarms of concerns. A concern must last a little before it is an alarm, and be gone a little before it is over, so
 * that one that comes and goes is one alarm.
 */
@ApplicationScoped
class Alerting {
    /** More than two beats of a node: by then nobody is thought silent only because its clock is wrong. */
    private static final Duration LASTED = Duration.ofSeconds(12);

    private static final Duration GONE = Duration.ofSeconds(30);

    private static final Set<Kind> URGENT = Set.of(Kind.NODE_SILENT, Kind.NOT_PRIMARY, Kind.COPIES_DIFFER);

    private final SystemAlarms alarms;
    private final Directory directory;
    private final Texts texts;
    private final Map<String, Long> since = new HashMap<>();
    private final Map<String, Long> goneSince = new HashMap<>();

    @Inject
    Alerting(SystemAlarms alarms, Directory directory, Texts texts) {
        this.alarms = alarms;
        this.directory = directory;
        this.texts = texts;
    }

    /**
     * To be told the state again and again, by the one node that raises alarms at the time.
     *
     * @param now by {@link System#nanoTime}
     */
    synchronized void tell(Status status, long now) {
        Map<String, SystemCondition> conditions = status.concerns().stream()
                .map(this::condition)
                .collect(Collectors.toMap(SystemCondition::key, condition -> condition, (one, same) -> one));
        Set<String> standing = alarms.standing();
        since.keySet().retainAll(conditions.keySet());
        goneSince.keySet().retainAll(standing);
        directory.founder().ifPresent(organisation -> conditions.values().stream()
                .filter(condition -> !standing.contains(condition.key()))
                .forEach(condition -> raise(organisation, condition, now)));
        for (String key : standing) {
            if (conditions.containsKey(key)) {
                goneSince.remove(key);
            } else if (now - goneSince.computeIfAbsent(key, gone -> now) >= GONE.toNanos()) {
                alarms.over(key, texts.text(Texts.SWEDISH, ConcernTexts.OVER));
            }
        }
    }

    private void raise(OrganisationId organisation, SystemCondition condition, long now) {
        if (now - since.computeIfAbsent(condition.key(), begun -> now) >= LASTED.toNanos()) {
            alarms.raise(organisation, condition);
        }
    }

    private SystemCondition condition(Concern concern) {
        String text = texts.format(Texts.SWEDISH, ConcernTexts.of(concern.kind()), concern.about(), concern.detail());
        boolean urgent = URGENT.contains(concern.kind());
        return new SystemCondition(concern.key(), urgent, text.strip());
    }
}
