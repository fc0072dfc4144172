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
import se.fixpunkt.alarms.DeviceHasOpenAlarms;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentityTaken;
import se.fixpunkt.alarms.DeviceRegistered;
import se.fixpunkt.alarms.DeviceRemoved;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.NewDevice;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.DeviceKey;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The register in the database, with keys in the vault. */
@ApplicationScoped
@Transactional
class DeviceRegister implements Devices {
    /** Sorts before every real id. */
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Access access;
    private final Caller caller;
    private final RegisterRepository register;
    private final Vault vault;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    DeviceRegister(
            Access access,
            Caller caller,
            RegisterRepository register,
            Vault vault,
            Clock clock,
            Event<DomainEvent> events) {
        this.access = access;
        this.caller = caller;
        this.register = register;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Device register(NewDevice wanted) {
        access.require(Right.MANAGE_DEVICES);
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
                1);
        byte[] sealed =
                wanted.key() == null ? null : sealed(id, wanted.identity().protocol(), wanted.key());
        if (!register.add(caller.organisation(), device, sealed)) {
            throw new DeviceIdentityTaken(wanted.identity());
        }
        events.fire(new DeviceRegistered(caller.organisation(), device));
        return device;
    }

    @Override
    public Device device(DeviceId id) {
        access.require(rightToRead());
        return register.device(caller.organisation(), id).orElseThrow(NotFound::new);
    }

    @Override
    public List<Device> known(String identity) {
        access.require(rightToRead());
        return register.known(caller.organisation(), identity);
    }

    @Override
    public Page<Device> list(String text, String after, int limit) {
        access.require(rightToRead());
        List<Device> read = register.list(caller.organisation(), text, start(after), limit + 1);
        return Page.of(read, limit, device -> device.id().toString());
    }

    @Override
    public Device change(DeviceId id, DeviceChange change, Long expectedVersion) {
        access.require(Right.MANAGE_DEVICES);
        Device was = register.locked(caller.organisation(), id).orElseThrow(NotFound::new);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw new ChangedMeanwhile(Map.of("name", was.name(), "version", was.version()));
        }
        register.change(id, change.nameAfter(was), change.supervisionAfter(was));
        if (change.key() != null) {
            Protocol protocol = was.identity().protocol();
            register.changeKey(id, change.key().isEmpty() ? null : sealed(id, protocol, change.key()));
        }
        Device is = register.device(caller.organisation(), id).orElseThrow(NotFound::new);
        events.fire(new DeviceChanged(caller.organisation(), was, is, change.key() != null));
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
        events.fire(new DeviceRemoved(caller.organisation(), device));
    }

    /** One of the rights that let a person read, the one he has if he has any. */
    private Right rightToRead() {
        return Stream.of(Right.HANDLE_ALARMS, Right.READ_COMMUNICATION)
                .filter(access::may)
                .findFirst()
                .orElse(Right.MANAGE_DEVICES);
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
