package se.fixpunkt.operations.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.SystemAlarms;
import se.fixpunkt.alarms.SystemCondition;
import se.fixpunkt.operations.Backup;
import se.fixpunkt.operations.BlindSpot;
import se.fixpunkt.operations.Concern;
import se.fixpunkt.operations.Concern.Kind;
import se.fixpunkt.operations.Encryption;
import se.fixpunkt.operations.Queues;
import se.fixpunkt.operations.Status;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.users.Directory;

class AlertingTest {
    private static final Concern SILENT = new Concern(Kind.NODE_SILENT, "a", "42");
    private final Queue queue = new Queue();
    private final Alerting alerting = new Alerting(queue, founded(), new Keys());

    @Test
    void aConcernThatLastsIsOneAlarm() {
        tell(0, SILENT);
        tell(5, SILENT);
        assertEquals(List.of(), queue.raised);
        tell(15, SILENT);
        tell(20, SILENT);
        assertEquals(List.of("node-silent:a urgent"), queue.raised);
    }

    @Test
    void aConcernThatComesAndGoesAtOnceIsNone() {
        tell(0, SILENT);
        tell(5);
        tell(10, SILENT);
        tell(15, SILENT);
        assertEquals(List.of(), queue.raised);
    }

    @Test
    void anAlarmIsOverWhenItsConcernHasBeenGoneForAWhile() {
        queue.standing.add(SILENT.key());
        tell(0, SILENT);
        tell(5);
        tell(30);
        assertEquals(Set.of(SILENT.key()), queue.standing);
        tell(36);
        assertEquals(Set.of(), queue.standing);
    }

    @Test
    void aConcernThatComesBackMeanwhileGoesOn() {
        queue.standing.add(SILENT.key());
        tell(0);
        tell(20, SILENT);
        tell(40);
        tell(60);
        assertEquals(Set.of(SILENT.key()), queue.standing);
    }

    @Test
    void everyTextThatItWritesCanBeToldInTheReadersLanguage() {
        tell(0, SILENT);
        tell(15, SILENT);
        List<String> keys = new ConcernTexts().texts().keys();
        assertTrue(keys.containsAll(List.of("operations.concern.node-silent", "operations.over")), keys::toString);
        assertEquals(Kind.values().length + 1, keys.size());
        assertTrue(
                queue.texts.stream().allMatch(text -> keys.contains(text.replaceAll("\\[.*", ""))),
                queue.texts::toString);
    }

    private void tell(int second, Concern... concerns) {
        alerting.tell(
                new Status(
                        Instant.EPOCH,
                        List.of(),
                        new Queues(0, 0, 0),
                        Backup.NOT_CONFIGURED,
                        new Encryption(List.of(), List.of()),
                        null,
                        List.of(concerns),
                        List.of(new BlindSpot(BlindSpot.Kind.BACKUP_NOT_SET_UP, ""))),
                Duration.ofSeconds(second).toNanos());
    }

    private static Directory founded() {
        return (Directory) Proxy.newProxyInstance(
                AlertingTest.class.getClassLoader(),
                new Class<?>[] {Directory.class},
                (proxy, method, values) -> Optional.of(OrganisationId.next()));
    }

    /** Remembers what it was told. */
    private static final class Queue implements SystemAlarms {
        private final List<String> raised = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final Set<String> standing = new HashSet<>();

        @Override
        public boolean raise(OrganisationId organisation, SystemCondition condition) {
            texts.add(condition.text());
            raised.add(condition.key() + (condition.urgent() ? " urgent" : ""));
            return standing.add(condition.key());
        }

        @Override
        public Set<String> standing() {
            return Set.copyOf(standing);
        }

        @Override
        public void over(String key, String note) {
            standing.remove(key);
        }
    }

    /** Each text is its key. */
    private static final class Keys implements Texts {
        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public String text(Locale language, String key) {
            return key;
        }

        @Override
        public String format(Locale language, String key, Object... values) {
            return key + Stream.of(values).toList();
        }
    }
}
