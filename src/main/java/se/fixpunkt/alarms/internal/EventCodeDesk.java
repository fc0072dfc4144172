package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import se.fixpunkt.alarms.EventCode;
import se.fixpunkt.alarms.EventCodeChanged;
import se.fixpunkt.alarms.EventCodeTable;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.domain.UsualCode;
import se.fixpunkt.alarms.domain.UsualCodes;
import se.fixpunkt.alarms.internal.EventCodeRepository.Change;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The organisation's event codes, read and changed. */
@ApplicationScoped
@Transactional
class EventCodeDesk implements EventCodeTable {
    private final Access access;
    private final Caller caller;
    private final EventCodeRepository changes;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    EventCodeDesk(Access access, Caller caller, EventCodeRepository changes, Clock clock, Event<DomainEvent> events) {
        this.access = access;
        this.caller = caller;
        this.changes = changes;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<EventCode> codes(CodeList list) {
        access.require(Right.MANAGE_DEVICES);
        Map<String, EventCode> codes = new TreeMap<>();
        UsualCodes.of(list).forEach(usual -> codes.put(usual.code(), code(usual, usual.meaning())));
        changes.of(caller.organisation(), list)
                .forEach(change -> codes.put(change.code(), code(list, change.code(), change.meaning())));
        return List.copyOf(codes.values());
    }

    @Override
    public EventCode code(CodeList list, String written) {
        access.require(Right.MANAGE_DEVICES);
        return codes(list).stream()
                .filter(code -> list.code(written).equals(Optional.of(code.code())))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Override
    public EventCode change(CodeList list, String written, EventMeaning meaning) {
        access.require(Right.MANAGE_DEVICES);
        String code = list.code(written).orElseThrow(() -> new InvalidValue("code", "malformed"));
        if (meaning.kind() == SignalKind.HEARTBEAT) {
            throw new InvalidValue("kind", "unknown");
        }
        if (meaning.about() == AlarmKind.SYSTEM) {
            throw new InvalidValue("about", "unknown");
        }
        Optional<Change> earlier = changes.locked(caller.organisation(), list, code);
        UUID id = earlier.map(Change::id).orElseGet(TimeOrderedId::next);
        EventMeaning was = earlier.map(Change::meaning).orElse(usual(list, code));
        if (meaning.equals(usual(list, code))) {
            earlier.ifPresent(change -> changes.remove(change.id()));
        } else {
            changes.put(
                    new Change(id, caller.organisation(), list, code, meaning),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        tell(id, list, code, was, meaning);
        return code(list, code, meaning);
    }

    @Override
    public void reset(CodeList list, String written) {
        access.require(Right.MANAGE_DEVICES);
        String code = list.code(written).orElseThrow(NotFound::new);
        changes.locked(caller.organisation(), list, code).ifPresent(change -> {
            changes.remove(change.id());
            tell(change.id(), list, code, change.meaning(), usual(list, code));
        });
    }

    private void tell(UUID change, CodeList list, String code, EventMeaning was, EventMeaning is) {
        if (!Objects.equals(was, is)) {
            events.fire(new EventCodeChanged(caller.organisation(), change, list, code, was, is));
        }
    }

    private static EventMeaning usual(CodeList list, String code) {
        return UsualCodes.listed(list, code).map(UsualCode::meaning).orElse(null);
    }

    private static EventCode code(CodeList list, String code, EventMeaning meaning) {
        return UsualCodes.listed(list, code)
                .map(usual -> code(usual, meaning))
                .orElseGet(() -> new EventCode(list, code, "", "", meaning, null));
    }

    private static EventCode code(UsualCode usual, EventMeaning meaning) {
        return new EventCode(usual.list(), usual.code(), usual.swedish(), usual.english(), meaning, usual.meaning());
    }
}
