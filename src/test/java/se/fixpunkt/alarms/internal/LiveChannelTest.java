package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.OrganisationId;

class LiveChannelTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final OrganisationId organisation = OrganisationId.next();
    private final Table table = new Table();
    private final LiveChannel channel = new LiveChannel(organisation, table);

    @Test
    void tellsOfANewAlarmOnce() {
        Alarm alarm = table.put(alarm(AlarmId.next(), 1, AlarmState.OPEN, NOON, 1));
        assertEquals(List.of(alarm), channel.look());
        assertEquals(List.of(), channel.look());
    }

    @Test
    void tellsOfANewVersion() {
        AlarmId id = AlarmId.next();
        table.put(alarm(id, 1, AlarmState.OPEN, NOON, 1));
        channel.look();
        Alarm taken = table.put(alarm(id, 1, AlarmState.TAKEN, NOON, 2));
        assertEquals(List.of(taken), channel.look());
        assertEquals(List.of(taken), channel.whole());
    }

    @Test
    void tellsOfAClosedAlarmOnceAndForgetsIt() {
        AlarmId id = AlarmId.next();
        table.put(alarm(id, 1, AlarmState.OPEN, NOON, 1));
        channel.look();
        Alarm closed = table.put(alarm(id, 1, AlarmState.CLOSED, NOON, 3));
        assertEquals(List.of(closed), channel.look());
        assertEquals(List.of(), channel.whole());
        assertEquals(List.of(), channel.look());
    }

    @Test
    void anAlarmWithAnOlderClockThanTheLastOneIsNotMissed() {
        table.put(alarm(AlarmId.next(), 1, AlarmState.OPEN, NOON, 1));
        channel.look();
        Alarm fromAnotherNode = table.put(alarm(AlarmId.next(), 1, AlarmState.OPEN, NOON.minusSeconds(600), 1));
        assertEquals(List.of(fromAnotherNode), channel.look());
    }

    @Test
    void theWholeStateIsByPriorityThenAge() {
        Alarm low = table.put(alarm(AlarmId.next(), 7, AlarmState.OPEN, NOON.minusSeconds(60), 1));
        Alarm young = table.put(alarm(AlarmId.next(), 1, AlarmState.OPEN, NOON, 1));
        Alarm old = table.put(alarm(AlarmId.next(), 1, AlarmState.TAKEN, NOON.minusSeconds(5), 1));
        channel.look();
        assertEquals(List.of(old, young, low), channel.whole());
    }

    @Test
    void aFailedLookLosesNothing() {
        Alarm alarm = table.put(alarm(AlarmId.next(), 1, AlarmState.OPEN, NOON, 1));
        table.broken = true;
        assertThrows(IllegalStateException.class, channel::look);
        table.broken = false;
        assertEquals(List.of(alarm), channel.look());
        assertTrue(channel.whole().contains(alarm));
    }

    private Alarm alarm(AlarmId id, int priority, AlarmState state, Instant receivedAt, long version) {
        return new Alarm(
                id,
                organisation,
                new DeviceId(id.value()),
                null,
                "Bod 3",
                "Nils Öberg",
                "fall",
                priority,
                state,
                "",
                receivedAt,
                receivedAt,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                version);
    }

    /** The alarm table of one organisation, in memory. */
    private static final class Table extends QueueRepository {
        private final Map<AlarmId, Alarm> rows = new HashMap<>();
        private boolean broken;

        Table() {
            super(null, null);
        }

        Alarm put(Alarm alarm) {
            rows.put(alarm.id(), alarm);
            return alarm;
        }

        @Override
        Map<AlarmId, Long> unclosed(OrganisationId organisation) {
            Map<AlarmId, Long> versions = new HashMap<>();
            rows.values().stream()
                    .filter(alarm -> alarm.state() != AlarmState.CLOSED)
                    .forEach(alarm -> versions.put(alarm.id(), alarm.version()));
            return versions;
        }

        @Override
        List<Alarm> alarms(OrganisationId organisation, Collection<AlarmId> ids) {
            if (broken) {
                throw new IllegalStateException("no connection");
            }
            return ids.stream().map(rows::get).toList();
        }
    }
}
