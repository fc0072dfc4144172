package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import se.fixpunkt.alarms.AlarmEvent;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmNote;
import se.fixpunkt.alarms.AlarmNoted;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.Standing;
import se.fixpunkt.alarms.internal.SystemAlarmRepository.StandingAlarm;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * Alarms that no device has sent: of a device that is silent or floods, of a network, of somebody with a wrong key. One per
 * condition while it lasts; when it is over the alarm says so, and stays until an operator closes it.
 */
@ApplicationScoped
class StandingAlarms {
    /** Before the keys of conditions that reception itself watches, and nobody else may end. */
    static final String OWN = "alarms/";

    static final String SCOPE = OWN + "scope/";
    static final String FLOOD = OWN + "flood/";
    private static final String SITE_FLOOD = FLOOD + "site/";
    static final String WRONG_KEY = OWN + "wrong-key/";
    private static final String SILENCE = OWN + "silence/";
    static final String AUTHOR = "Fixpunkt";

    private final SystemAlarmRepository alarms;
    private final NoteRepository notes;
    private final AlarmNews news;
    private final Clock clock;

    @Inject
    StandingAlarms(SystemAlarmRepository alarms, NoteRepository notes, AlarmNews news, Clock clock) {
        this.alarms = alarms;
        this.notes = notes;
        this.news = news;
        this.clock = clock;
    }

    static String silenceOf(DeviceId device) {
        return SILENCE + device;
    }

    static String floodOf(DeviceId device) {
        return FLOOD + device;
    }

    /** @param site as {@link se.fixpunkt.alarms.internal.Standing} names it */
    static String floodAt(String site) {
        return SITE_FLOOD + site;
    }

    static boolean isOfSite(String flood) {
        return flood.startsWith(SITE_FLOOD);
    }

    static String wrongKeyOf(DeviceId device) {
        return WRONG_KEY + device;
    }

    /** Whether it was raised now; of many who notice the same, on any node, one raises it. */
    boolean raise(StandingAlarm alarm, AlarmEvent event) {
        boolean first = alarms.add(alarm);
        if (first) {
            news.tell(event);
        }
        return first;
    }

    Optional<Standing> standing(String key) {
        return alarms.standing(key);
    }

    /** What it tells of lasts, and another alarm is to tell of it. */
    void leave(Standing standing) {
        alarms.leave(standing.alarm(), standing.key());
    }

    /** As {@link #standing}, and what is committed now, whatever the transaction has read before. */
    Optional<Standing> current(String key) {
        return alarms.current(key);
    }

    /** Conditions of that kind that stand. */
    List<Standing> of(String kind) {
        return alarms.ofKind(kind);
    }

    /** So many more are counted on it. */
    void count(AlarmId alarm, long more, String text) {
        alarms.count(alarm, more, text, now());
        news.touch(alarm);
    }

    void note(Standing standing, String text) {
        AlarmNote note = new AlarmNote(TimeOrderedId.next(), now(), AUTHOR, text);
        notes.add(standing.alarm(), note, null);
        news.tell(new AlarmNoted(standing.organisation(), standing.alarm(), note.id(), text));
    }

    /** What it tells of is over; nothing happens when nothing stands. Of several nodes that say so one is right. */
    void over(String key, String note) {
        alarms.standing(key).ifPresent(standing -> {
            if (alarms.end(standing.alarm(), key, now())) {
                note(standing, note);
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
