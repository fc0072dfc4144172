package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.SignalId;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.AlarmRate;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.shared.OrganisationId;

class FloodsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OrganisationId CENTRE = OrganisationId.next();
    private static final String HOME = "Solgården";

    private final Map<DeviceId, Standing> standings = new HashMap<>();
    private final Set<AlarmId> closed = new HashSet<>();
    private final List<AlarmsDamped.Damped> told = new ArrayList<>();
    private final Floods floods = new Floods(new Queue(), new Told());
    private Instant now = NOON;

    @Test
    void whenTheMainsOfASiteFailTheLastRowsCountTheOthers() {
        List<AlarmRaised> power =
                devices(40, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList();

        Map<AlarmId, AlarmId> counted = damped(power);

        assertEquals(30, counted.size());
        assertEquals(Set.of(power.get(9).alarm()), Set.copyOf(counted.values()));
        assertEquals(30, told.stream().mapToInt(AlarmsDamped.Damped::count).sum());
        assertTrue(told.stream()
                .allMatch(some ->
                        some.flood().equals(StandingAlarms.floodAt(HOME)) && some.limit() == AlarmRate.SITE_LIMIT));
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void onlyAlarmsAboutEquipmentAreCountedOnAnotherDevices(AlarmKind kind) {
        Set<AlarmKind> equipment =
                Set.of(AlarmKind.POWER, AlarmKind.BATTERY, AlarmKind.COMMUNICATION, AlarmKind.FAULT, AlarmKind.TAMPER);

        int counted = damped(
                        devices(40, HOME).map(device -> alarm(device, kind)).toList())
                .size();

        assertEquals(equipment.contains(kind) ? 30 : 0, counted);
    }

    @Test
    void aPersonsAlarmStandsInTheQueueInTheMiddleOfTheFlood() {
        List<AlarmRaised> raised = new ArrayList<>(
                devices(40, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList());
        DeviceId neighbour = devices(1, HOME).findFirst().orElseThrow();
        AlarmRaised call = alarm(neighbour, AlarmKind.PERSONAL);
        raised.add(35, call);

        assertFalse(damped(raised).containsKey(call.alarm()));
    }

    @Test
    void oneKindDoesNotHideBehindAnother() {
        damped(devices(40, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList());

        assertEquals(
                0,
                damped(devices(5, HOME)
                                .map(device -> alarm(device, AlarmKind.TAMPER))
                                .toList())
                        .size());
    }

    /** An administrator gave one burglary code the priority of a life alarm; a webhook's messages say theirs themselves. */
    @ParameterizedTest
    @EnumSource(
            value = AlarmKind.class,
            names = {"BURGLARY", "OTHER", "POWER"})
    void whatIsMoreUrgentThanTheRowThatCountsStandsInTheQueue(AlarmKind kind) {
        DeviceId device = devices(1, HOME).findFirst().orElseThrow();
        List<AlarmRaised> chatter = Stream.generate(() -> alarm(device, kind, Priority.LOW))
                .limit(39)
                .toList();
        assertEquals(39 - AlarmRate.USUAL_LIMIT, damped(chatter).size());

        assertEquals(Map.of(), damped(List.of(alarm(device, kind, Priority.LIFE))));
    }

    @Test
    void atASiteTooOnlyAlarmsOfOnePriorityAreCountedTogether() {
        damped(devices(40, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList());
        List<AlarmRaised> more = devices(5, HOME)
                .map(device -> alarm(device, AlarmKind.POWER, Priority.PROPERTY))
                .toList();

        assertEquals(Map.of(), damped(more));
    }

    /** Somebody has made it urgent, as for a respirator. */
    @Test
    void whatIsMadeUrgentIsNotCountedOnAnotherDevices() {
        List<AlarmRaised> urgent = devices(40, HOME)
                .map(device -> alarm(device, AlarmKind.POWER, Priority.LIFE))
                .toList();

        assertEquals(0, damped(urgent).size());
    }

    @Test
    void whereNobodyKnowsTheAddressEachDeviceHasItsOwnLimit() {
        assertEquals(
                0,
                damped(devices(40, null)
                                .map(device -> alarm(device, AlarmKind.POWER))
                                .toList())
                        .size());
        assertEquals(
                0,
                damped(Stream.of("A", "B", "C", "D", "E")
                                .flatMap(site -> devices(8, site))
                                .map(device -> alarm(device, AlarmKind.POWER))
                                .toList())
                        .size());
    }

    @Test
    void aDeviceThatIsAloneAtItsSiteFollowsItsOwnLimit() {
        DeviceId device = devices(1, HOME).findFirst().orElseThrow();
        List<AlarmRaised> chatter =
                Stream.generate(() -> alarm(device, AlarmKind.FAULT)).limit(100).toList();

        assertEquals(100 - AlarmRate.USUAL_LIMIT, damped(chatter).size());
        assertEquals(StandingAlarms.floodOf(device), told.get(0).flood());
    }

    @Test
    void whenTheRowThatCountsIsClosedTheNextStandsInTheQueue() {
        List<AlarmRaised> first =
                devices(20, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList();
        closed.addAll(Set.copyOf(damped(first).values()));
        List<AlarmRaised> more =
                devices(5, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList();

        Map<AlarmId, AlarmId> counted = damped(more);

        assertEquals(4, counted.size());
        assertEquals(Set.of(more.get(0).alarm()), Set.copyOf(counted.values()));
    }

    @Test
    void aMinuteLaterAllIsShownAgain() {
        damped(devices(40, HOME).map(device -> alarm(device, AlarmKind.POWER)).toList());
        now = NOON.plusSeconds(90);

        assertEquals(
                0,
                damped(devices(5, HOME)
                                .map(device -> alarm(device, AlarmKind.POWER))
                                .toList())
                        .size());
    }

    private Map<AlarmId, AlarmId> damped(List<AlarmRaised> raised) {
        return floods.damp(raised, standings);
    }

    private Stream<DeviceId> devices(int count, String site) {
        List<DeviceId> devices = Stream.generate(DeviceId::next).limit(count).toList();
        devices.forEach(device -> standings.put(
                device,
                new Standing(
                        device, CENTRE, "Bod", true, null, null, site, null, null, null, DeviceCondition.UNKNOWN)));
        return devices.stream();
    }

    private AlarmRaised alarm(DeviceId device, AlarmKind kind) {
        return alarm(device, kind, kind.priority());
    }

    private AlarmRaised alarm(DeviceId device, AlarmKind kind, Priority priority) {
        now = now.plusMillis(100);
        return new AlarmRaised(AlarmId.next(), CENTRE, device, SignalId.next(), kind, priority, "", now, now, false);
    }

    /** Every alarm that was stored stands open, unless somebody has closed it. */
    private final class Queue extends SignalRepository {
        private Queue() {
            super(null, null);
        }

        @Override
        Map<AlarmId, AlarmState> states(Collection<AlarmId> alarms) {
            Map<AlarmId, AlarmState> states = new HashMap<>();
            alarms.forEach(alarm -> states.put(alarm, closed.contains(alarm) ? AlarmState.CLOSED : AlarmState.OPEN));
            return states;
        }
    }

    private final class Told implements Event<AlarmsDamped> {
        @Override
        public void fire(AlarmsDamped batch) {
            told.addAll(batch.damped());
        }

        @Override
        public <U extends AlarmsDamped> CompletionStage<U> fireAsync(U batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AlarmsDamped> CompletionStage<U> fireAsync(U batch, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<AlarmsDamped> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AlarmsDamped> Event<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends AlarmsDamped> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
