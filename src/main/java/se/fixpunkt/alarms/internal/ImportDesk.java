package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.fixpunkt.alarms.Device;
import se.fixpunkt.alarms.DeviceFiles;
import se.fixpunkt.alarms.DeviceFilter;
import se.fixpunkt.alarms.DeviceGroupId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.DeviceImport;
import se.fixpunkt.alarms.DeviceImportId;
import se.fixpunkt.alarms.DeviceImportRefused;
import se.fixpunkt.alarms.DeviceRecord;
import se.fixpunkt.alarms.Devices;
import se.fixpunkt.alarms.DevicesExported;
import se.fixpunkt.alarms.domain.DeviceRow;
import se.fixpunkt.alarms.domain.DeviceSheet;
import se.fixpunkt.alarms.domain.DeviceSheets;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Vault;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The register out of and into workbooks. An import is one transaction: all its rows or none. */
@ApplicationScoped
@Transactional
class ImportDesk implements DeviceFiles {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int PAGE = 500;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Access access;
    private final Caller caller;
    private final Devices devices;
    private final RegisterRepository register;
    private final DeviceRecords records;
    private final GroupRepository groups;
    private final ImportRepository imports;
    private final DeviceSheets sheets;
    private final Vault vault;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    ImportDesk(
            Access access,
            Caller caller,
            Devices devices,
            RegisterRepository register,
            DeviceRecords records,
            GroupRepository groups,
            ImportRepository imports,
            DeviceSheets sheets,
            Vault vault,
            Clock clock,
            Event<DomainEvent> events) {
        this.access = access;
        this.caller = caller;
        this.devices = devices;
        this.register = register;
        this.records = records;
        this.groups = groups;
        this.imports = imports;
        this.sheets = sheets;
        this.vault = vault;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public byte[] export() {
        access.require(Right.MANAGE_DEVICES);
        List<DeviceRow> rows = new ArrayList<>();
        for (Device device : all(caller.organisation())) {
            rows.add(DeviceRows.of(rows.size() + 2, device, records.of(device.id())));
        }
        events.fire(new DevicesExported(caller.organisation(), rows.size()));
        return sheets.write(rows);
    }

    @Override
    public DeviceImport preview(byte[] workbook) {
        access.require(Right.MANAGE_DEVICES);
        ImportPlan plan = plan(workbook);
        DeviceImportId id = DeviceImportId.next();
        imports.forgetOlderThan(now().minus(KEPT));
        imports.add(
                id,
                caller.organisation(),
                caller.requirePerson(),
                now(),
                vault.seal(workbook, SealedDeviceImports.PLACE + id));
        return plan.summary(id);
    }

    @Override
    public DeviceImport check(byte[] workbook) {
        access.require(Right.MANAGE_DEVICES);
        return plan(workbook).summary(null);
    }

    @Override
    public DeviceImport draft(DeviceImportId id) {
        access.require(Right.MANAGE_DEVICES);
        return plan(workbook(id)).summary(id);
    }

    @Override
    public DeviceImport accept(DeviceImportId id) {
        access.require(Right.MANAGE_DEVICES);
        byte[] workbook = workbook(id);
        if (!imports.remove(id)) {
            throw new NotFound();
        }
        return take(workbook);
    }

    @Override
    public DeviceImport take(byte[] workbook) {
        access.require(Right.MANAGE_DEVICES);
        ImportPlan plan = plan(workbook);
        DeviceImport summary = plan.summary(null);
        if (!summary.problems().isEmpty()) {
            throw new DeviceImportRefused(summary);
        }
        plan.added().forEach(devices::register);
        plan.changed()
                .forEach(one -> devices.change(
                        one.device().id(), one.change(), one.device().version()));
        return summary;
    }

    private ImportPlan plan(byte[] workbook) {
        OrganisationId organisation = caller.organisation();
        DeviceSheet sheet = sheets.read(workbook);
        Map<String, Device> known = new HashMap<>();
        all(organisation).forEach(device -> known.put(unique(device.identity()), device));
        Map<String, DeviceGroupId> named = new HashMap<>();
        groups.list(organisation).forEach(group -> named.put(group.name().toLowerCase(Locale.ROOT), group.id()));
        Set<String> seen = new HashSet<>();
        ImportPlan plan = new ImportPlan(sheet.unread());
        for (DeviceRow row : sheet.rows()) {
            try {
                DeviceIdentity identity = DeviceRows.identity(row);
                if (!seen.add(unique(identity))) {
                    plan.refuse(row.number(), "identity", "twice");
                } else {
                    place(plan, row, identity, known.get(unique(identity)), named);
                }
            } catch (InvalidValue wrong) {
                plan.refuse(
                        row.number(),
                        String.valueOf(wrong.details().get("field")),
                        String.valueOf(wrong.details().get("reason")));
            }
        }
        return plan;
    }

    private void place(
            ImportPlan plan, DeviceRow row, DeviceIdentity identity, Device known, Map<String, DeviceGroupId> named) {
        boolean taken = known == null
                ? imports.isElsewhere(caller.organisation(), identity)
                : !known.identity().equals(identity);
        if (taken) {
            plan.refuse(row.number(), "identity", "taken");
            return;
        }
        DeviceRecord record = known == null ? DeviceRecord.EMPTY : records.of(known.id());
        DeviceRow was =
                known == null ? new DeviceRow(row.number(), Map.of()) : DeviceRows.of(row.number(), known, record);
        var wanted = DeviceRows.device(row, identity, was, name -> named.get(name.toLowerCase(Locale.ROOT)));
        if (known == null) {
            plan.add(wanted);
        } else {
            plan.compare(known, record, wanted);
        }
    }

    /** The register takes no two identities that differ in capitals only. */
    private static String unique(DeviceIdentity identity) {
        return identity.protocol().wire() + " " + identity.value().toLowerCase(Locale.ROOT);
    }

    private List<Device> all(OrganisationId organisation) {
        List<Device> all = new ArrayList<>();
        UUID after = BEGINNING;
        while (true) {
            List<Device> page = register.list(organisation, Sight.ALL, DeviceFilter.ALL, List.of(), now(), after, PAGE);
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
            after = page.get(PAGE - 1).id().value();
        }
    }

    private byte[] workbook(DeviceImportId id) {
        return imports.sealed(id, caller.organisation(), caller.requirePerson())
                .map(value -> vault.open(value, SealedDeviceImports.PLACE + id))
                .orElseThrow(NotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
