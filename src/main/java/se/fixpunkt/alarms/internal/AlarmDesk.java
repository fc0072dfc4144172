package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmAlreadyClosed;
import se.fixpunkt.alarms.AlarmAlreadyTaken;
import se.fixpunkt.alarms.AlarmClosed;
import se.fixpunkt.alarms.AlarmHandedOver;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmNotInYourHands;
import se.fixpunkt.alarms.AlarmNote;
import se.fixpunkt.alarms.AlarmNoted;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.AlarmTaken;
import se.fixpunkt.alarms.Alarms;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Disposition;
import se.fixpunkt.alarms.Operator;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Right;

/** Where operators work. */
@ApplicationScoped
@Transactional
class AlarmDesk implements Alarms {
    private final Access access;
    private final Caller caller;
    private final Directory directory;
    private final QueueRepository queue;
    private final NoteRepository notes;
    private final AlarmNews news;
    private final Clock clock;

    @Inject
    AlarmDesk(
            Access access,
            Caller caller,
            Directory directory,
            QueueRepository queue,
            NoteRepository notes,
            AlarmNews news,
            Clock clock) {
        this.access = access;
        this.caller = caller;
        this.directory = directory;
        this.queue = queue;
        this.notes = notes;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Page<Alarm> list(AlarmState state, String after, int limit) {
        access.require(Right.HANDLE_ALARMS);
        Cursor cursor = Cursor.read(after);
        boolean inQueue = state == AlarmState.OPEN || state == AlarmState.TAKEN;
        List<Alarm> read = inQueue
                ? queue.queue(caller.organisation(), state, cursor, limit + 1)
                : queue.history(caller.organisation(), state, cursor, limit + 1);
        return page(read, limit);
    }

    @Override
    public Page<Alarm> ofDevice(DeviceId device, String after, int limit) {
        access.require(Right.HANDLE_ALARMS);
        return page(queue.ofDevice(caller.organisation(), device, Cursor.read(after), limit + 1), limit);
    }

    @Override
    public Alarm alarm(AlarmId id) {
        access.require(Right.HANDLE_ALARMS);
        return queue.alarm(caller.organisation(), id).orElseThrow(NotFound::new);
    }

    @Override
    public List<AlarmNote> notes(AlarmId id) {
        access.require(Right.HANDLE_ALARMS);
        Alarm alarm = queue.alarm(caller.organisation(), id).orElseThrow(NotFound::new);
        return notes.of(alarm.id());
    }

    @Override
    public Alarm take(AlarmId id) {
        access.require(Right.HANDLE_ALARMS);
        PersonId me = caller.requirePerson();
        Instant at = now();
        boolean won = queue.take(caller.organisation(), id, me, caller.name(), at);
        Alarm alarm = current(id);
        if (won) {
            news.tell(new AlarmTaken(alarm.organisation(), id, me, caller.name(), at));
            return alarm;
        }
        if (alarm.state() == AlarmState.CLOSED) {
            throw new AlarmAlreadyClosed(alarm.closedAt());
        }
        if (!alarm.isTakenBy(me)) {
            throw new AlarmAlreadyTaken(alarm.takenBy(), alarm.takenByName(), alarm.takenAt());
        }
        return alarm;
    }

    @Override
    public AlarmNote note(AlarmId id, String text) {
        access.require(Right.HANDLE_ALARMS);
        String written = required("text", text, NOTE_LENGTH);
        Instant at = now();
        if (!queue.touch(caller.organisation(), id, at)) {
            throw new NotFound();
        }
        AlarmNote note = new AlarmNote(TimeOrderedId.next(), at, caller.name(), written);
        notes.add(id, note, caller.requirePerson());
        news.tell(new AlarmNoted(caller.organisation(), id, note.id(), written));
        return note;
    }

    @Override
    public List<Operator> operators() {
        access.require(Right.HANDLE_ALARMS);
        PersonId me = caller.requirePerson();
        return directory.peopleWith(caller.organisation(), Right.HANDLE_ALARMS).stream()
                .filter(person -> !person.id().equals(me))
                .map(person -> new Operator(person.id(), person.name()))
                .sorted(Comparator.comparing(Operator::name))
                .toList();
    }

    @Override
    public Alarm handOver(AlarmId id, PersonId to) {
        access.require(Right.HANDLE_ALARMS);
        PersonId me = caller.requirePerson();
        Operator receiver = operators().stream()
                .filter(operator -> operator.id().equals(to))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("to", "unknown"));
        if (!queue.handOver(caller.organisation(), id, me, to, receiver.name(), now())) {
            throw notMine(current(id));
        }
        news.tell(new AlarmHandedOver(caller.organisation(), id, me, caller.name(), to, receiver.name()));
        return current(id);
    }

    @Override
    public Alarm close(AlarmId id, Disposition disposition, String text) {
        access.require(Right.HANDLE_ALARMS);
        PersonId me = caller.requirePerson();
        String written = text == null || text.isBlank() ? null : required("text", text, CLOSING_TEXT_LENGTH);
        Instant at = now();
        boolean closed = queue.close(caller.organisation(), id, me, disposition, written, at);
        Alarm alarm = current(id);
        if (closed) {
            news.tell(new AlarmClosed(alarm.organisation(), id, disposition, written, at));
            return alarm;
        }
        if (alarm.state() == AlarmState.CLOSED && me.equals(alarm.closedBy())) {
            return alarm;
        }
        throw notMine(alarm);
    }

    private static Page<Alarm> page(List<Alarm> read, int limit) {
        return Page.of(read, limit, alarm -> new Cursor(
                        alarm.priority(), alarm.receivedAt(), alarm.id().value())
                .write());
    }

    private Alarm current(AlarmId id) {
        return queue.current(caller.organisation(), id).orElseThrow(NotFound::new);
    }

    private static RuntimeException notMine(Alarm alarm) {
        return alarm.state() == AlarmState.CLOSED
                ? new AlarmAlreadyClosed(alarm.closedAt())
                : new AlarmNotInYourHands(alarm);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String required(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            throw new InvalidValue(field, "required");
        }
        if (text.strip().length() > longest) {
            throw new InvalidValue(field, "too-long");
        }
        return text.strip();
    }
}
