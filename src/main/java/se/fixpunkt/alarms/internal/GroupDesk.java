package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import se.fixpunkt.alarms.DeviceGroup;
import se.fixpunkt.alarms.DeviceGroupChanged;
import se.fixpunkt.alarms.DeviceGroupHasDevices;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceGroupNameTaken;
import se.fixpunkt.alarms.DeviceGroups;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.Right;

/** Where groups of devices are kept. */
@ApplicationScoped
@Transactional
class GroupDesk implements DeviceGroups {
    private final Access access;
    private final Caller caller;
    private final Directory directory;
    private final GroupRepository groups;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    GroupDesk(
            Access access,
            Caller caller,
            Directory directory,
            GroupRepository groups,
            Clock clock,
            Event<DomainEvent> events) {
        this.access = access;
        this.caller = caller;
        this.directory = directory;
        this.groups = groups;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public List<DeviceGroup> list() {
        access.require(rightToRead());
        return groups.list(caller.organisation());
    }

    @Override
    public DeviceGroup group(DeviceGroupId id) {
        access.require(rightToRead());
        return groups.group(caller.organisation(), id).orElseThrow(NotFound::new);
    }

    @Override
    public DeviceGroup create(String name) {
        access.require(Right.MANAGE_DEVICES);
        if (name == null || name.isBlank()) {
            throw new InvalidValue("name", "required");
        }
        String written = name.strip();
        if (written.length() > NAME_LENGTH) {
            throw new InvalidValue("name", "too-long");
        }
        DeviceGroupId id = DeviceGroupId.next();
        if (!groups.add(caller.organisation(), id, written, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new DeviceGroupNameTaken();
        }
        tell(id, "created", written);
        return new DeviceGroup(id, written, 0, List.of());
    }

    @Override
    public void remove(DeviceGroupId id) {
        access.require(Right.MANAGE_DEVICES);
        DeviceGroup group = groups.group(caller.organisation(), id).orElseThrow(NotFound::new);
        if (group.devices() > 0) {
            throw new DeviceGroupHasDevices();
        }
        groups.remove(id);
        tell(id, "removed", group.name());
    }

    @Override
    public void admit(DeviceGroupId id, String email) {
        access.require(Right.MANAGE_DEVICES);
        if (groups.group(caller.organisation(), id).isEmpty()) {
            throw new NotFound();
        }
        Person person = directory
                .personWith(new EmailAddress(email == null ? "" : email))
                .filter(found -> found.organisation().equals(caller.organisation()) && found.active())
                .orElseThrow(() -> new InvalidValue("email", "unknown"));
        if (groups.admit(id, person.id())) {
            tell(id, "admitted", person.id().toString());
        }
    }

    @Override
    public void dismiss(DeviceGroupId id, PersonId person) {
        access.require(Right.MANAGE_DEVICES);
        if (groups.group(caller.organisation(), id).isEmpty()) {
            throw new NotFound();
        }
        if (groups.dismiss(id, person)) {
            tell(id, "dismissed", person.toString());
        }
    }

    private void tell(DeviceGroupId id, String deed, String detail) {
        events.fire(new DeviceGroupChanged(caller.organisation(), id, deed, detail));
    }

    private Right rightToRead() {
        return Stream.of(Right.HANDLE_ALARMS, Right.READ_COMMUNICATION)
                .filter(access::may)
                .findFirst()
                .orElse(Right.MANAGE_DEVICES);
    }
}
