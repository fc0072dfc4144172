package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceChange;
import se.fixpunkt.alarms.DeviceChanged;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceFilter;
import se.fixpunkt.alarms.DeviceHasOpenAlarms;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentityTaken;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.DeviceRecordRead;
import se.fixpunkt.alarms.DeviceRegistered;
import se.fixpunkt.alarms.DeviceRemoved;
import se.fixpunkt.alarms.DeviceSignal;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.DeviceKey;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The register in the database, with keys and records in the vault. */
@ApplicationScoped
@Transactional
class DeviceRegister implements Devices {
    /** Sorts before every real id. */
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Access access;
    private final Caller caller;
    private final RegisterRepository register;
    private final DeviceRecords records;
    private final StateRepository states;
    private final GroupRepository groups;
    private final HistoryRepository history;
    private final Supervision supervision;
    private final UnknownSenderRepository strangers;
    private final Vault vault;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    DeviceRegister(
            Access access,
            Caller caller,
            RegisterRepository register,
            DeviceRecords records,
            StateRepository states,
            GroupRepository groups,
            HistoryRepository history,
            Supervision supervision,
            UnknownSenderRepository strangers,
            Vault vault,
            Clock clock,
            Event<DomainEvent> events) {
        this.access = access;
        this.caller = caller;
        this.register = register;
        this.records = records;
        this.states = states;
        this.groups = groups;
        this.history = history;
        this.supervision = supervision;
        this.strangers = strangers;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Device register(NewDevice wanted) {
        access.require(Right.MANAGE_DEVICES);
        OrganisationId organisation = caller.organisation();
        DeviceId id = DeviceId.next();
        Device device = new Device(
                id,
                wanted.identity(),
                wanted.name(),
                wanted.key() != null,
                wanted.supervisionSeconds(),
                now(),
                null,
                null,
                groups.checked(organisation, wanted.settings()),
                null,
                DeviceCondition.UNKNOWN,
                1);
        byte[] sealed =
                wanted.key() == null ? null : sealed(id, wanted.identity().protocol(), wanted.key());
        if (!register.add(organisation, device, sealed)) {
            throw new DeviceIdentityTaken(wanted.identity());
        }
        if (!wanted.record().isEmpty()) {
            records.keep(organisation, id, wanted.record());
        }
        states.watch(
                organisation, id, wanted.supervisionSeconds(), wanted.settings().silenceAllowedUntil(), now());
        strangers.forget(wanted.identity());
        Device registered = register.device(organisation, Sight.ALL, id).orElseThrow(NotFound::new);
        events.fire(new DeviceRegistered(organisation, registered));
        return registered;
    }

    @Override
    public Device device(DeviceId id) {
        Sight sight = sight();
        return register.device(caller.organisation(), sight, id).orElseThrow(NotFound::new);
    }

    @Override
    @OpenToAnyone(because = "it says only what the caller himself may do")
    public boolean mayLook() {
        return caller.person()
                .filter(person ->
                        seesAll() || !groups.of(caller.organisation(), person).isEmpty())
                .isPresent();
    }

    @Override
    public List<Device> known(String identity) {
        Sight sight = sight();
        return register.known(caller.organisation(), sight, identity);
    }

    @Override
    public Page<Device> list(DeviceFilter filter, String after, int limit) {
        Sight sight = sight();
        OrganisationId organisation = caller.organisation();
        List<byte[]> words = filter.hasText() ? records.asked(organisation, filter.text()) : List.of();
        List<Device> read = register.list(organisation, sight, filter, words, now(), start(after), limit + 1);
        return Page.of(read, limit, device -> device.id().toString());
    }

    @Override
    public DeviceRecord record(DeviceId id) {
        Sight sight = sight();
        Device device = register.device(caller.organisation(), sight, id).orElseThrow(NotFound::new);
        DeviceRecord record = records.of(id);
        if (!record.isEmpty()) {
            events.fire(new DeviceRecordRead(caller.organisation(), id, device.name()));
        }
        return record;
    }

    @Override
    public Page<DeviceSignal> signals(DeviceId id, String after, int limit) {
        Sight sight = sight();
        if (register.device(caller.organisation(), sight, id).isEmpty()) {
            throw new NotFound();
        }
        List<DeviceSignal> read = history.signals(id, Cursor.read(after), limit + 1);
        return Page.of(read, limit, signal -> new Cursor(
                        0, signal.receivedAt(), signal.id().value())
                .write());
    }

    @Override
    public Device change(DeviceId id, DeviceChange change, Long expectedVersion) {
        access.require(Right.MANAGE_DEVICES);
        OrganisationId organisation = caller.organisation();
        Device was = register.locked(organisation, id).orElseThrow(NotFound::new);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw new ChangedMeanwhile(Map.of("name", was.name(), "version", was.version()));
        }
        register.change(
                id,
                change.nameAfter(was),
                change.supervisionAfter(was),
                groups.checked(organisation, change.settingsAfter(was)));
        if (change.key() != null) {
            Protocol protocol = was.identity().protocol();
            register.changeKey(id, change.key().isEmpty() ? null : sealed(id, protocol, change.key()));
        }
        List<String> parts = List.of();
        if (change.record() != null) {
            parts = change.record().partsOtherThan(records.of(id));
            records.keep(organisation, id, change.record());
        }
        Device is = register.device(organisation, Sight.ALL, id).orElseThrow(NotFound::new);
        supervision.changed(organisation, was, is);
        events.fire(new DeviceChanged(organisation, was, is, change.key() != null, parts));
        return is;
    }

    @Override
    public void remove(DeviceId id) {
        access.require(Right.MANAGE_DEVICES);
        Device device = register.locked(caller.organisation(), id).orElseThrow(NotFound::new);
        if (register.hasUnclosedAlarms(id)) {
            throw new DeviceHasOpenAlarms();
        }
        register.remove(id, now(), caller.requirePerson());
        records.forget(id);
        states.forget(id);
        events.fire(new DeviceRemoved(caller.organisation(), device));
    }

    /** The whole register for whoever has a right to it; for others their groups' devices. */
    private Sight sight() {
        caller.requirePerson();
        if (seesAll()) {
            return Sight.ALL;
        }
        List<UUID> mine = groups.of(caller.organisation(), caller.requirePerson());
        if (mine.isEmpty()) {
            access.require(Right.MANAGE_DEVICES);
        }
        return new Sight(mine);
    }

    private boolean seesAll() {
        return Stream.of(Right.HANDLE_ALARMS, Right.READ_COMMUNICATION, Right.MANAGE_DEVICES)
                .anyMatch(access::may);
    }

    private byte[] sealed(DeviceId id, Protocol protocol, String key) {
        return vault.seal(DeviceKey.of(protocol, key).toBytes(), "device.key." + id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID start(String after) {
        try {
            return after == null || after.isEmpty() ? BEGINNING : UUID.fromString(after);
        } catch (IllegalArgumentException nonsense) {
            throw new InvalidValue("after", "malformed");
        }
    }
}
