package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmRaised;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Disposition;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.internal.Batch.NewProof;
import se.fixpunkt.shared.ThisNode;
import se.fixpunkt.shared.database.JdbcRepository;

/**
 * The intake's SQL: a handful of statements however many messages. What a batch sees was settled by its first question, to the
 * register; the others need not wait once more for what other nodes have committed, and say so.
 */
@ApplicationScoped
class SignalRepository extends JdbcRepository {
    /** Stands in the conversation log for whoever the register does not know. */
    static final UUID NOBODY = new UUID(0, 0);

    private static final String NO_WAIT = "SET STATEMENT wsrep_sync_wait = 0 FOR ";

    private final ThisNode node;

    @Inject
    SignalRepository(DataSource database, ThisNode node) {
        super(database);
        this.node = node;
    }

    /** The first signals stored under these keys. */
    Map<String, StoredReceipt> answered(Collection<String> repeatKeys) {
        Map<String, StoredReceipt> answered = new HashMap<>();
        if (!repeatKeys.isEmpty()) {
            list(
                    row -> answered.put(row.getString("repeat_key"), receipt(row)),
                    NO_WAIT
                            + "SELECT repeat_key, id, device_id, received_at, receipt FROM device_signal WHERE repeat_key IN ("
                            + marks(repeatKeys.size()) + ")",
                    repeatKeys.toArray());
        }
        return answered;
    }

    /**
     * The newest signal of a key's later rounds. They end with the ids of those before them, so that the index has them in the order of
     * time, as far as the clocks of two nodes agree; a contact that chatters for a day makes thousands.
     */
    Optional<StoredReceipt> newestRound(String prefix) {
        return find(
                SignalRepository::receipt,
                NO_WAIT
                        + """
                        SELECT id, device_id, received_at, receipt FROM (
                            SELECT id, device_id, received_at, receipt FROM device_signal WHERE repeat_key >= ? AND repeat_key < ?
                            ORDER BY repeat_key DESC LIMIT 20) AS latest
                        ORDER BY received_at DESC, id DESC LIMIT 1
                        """,
                prefix,
                prefix + "\u007f");
    }

    /** Which repeat keys these proofs have vouched for. */
    Map<String, String> usedProofs(Collection<String> proofs) {
        Map<String, String> used = new HashMap<>();
        if (!proofs.isEmpty()) {
            list(
                    row -> used.put(row.getString("proof"), row.getString("repeat_key")),
                    NO_WAIT + "SELECT proof, repeat_key FROM used_proof WHERE proof IN (" + marks(proofs.size()) + ")",
                    proofs.toArray());
        }
        return used;
    }

    /** The primary key lets one of two nodes through that see the same proof at once. */
    void addProofs(Collection<NewProof> proofs) {
        batch(
                "INSERT INTO used_proof (proof, repeat_key, ends_at) VALUES (?, ?, ?)",
                proofs.stream()
                        .map(one -> new Object[] {
                            one.proof().value(), one.repeatKey(), one.proof().until()
                        })
                        .toList());
    }

    /**
     * Forgets proofs that nobody would believe any more.
     *
     * @return how many, at most the limit: a long delete would hold up the intake
     */
    int forgetProofs(Instant endedBefore, int limit) {
        return update("DELETE FROM used_proof WHERE ends_at < ? LIMIT ?", endedBefore, limit);
    }

    /** @param commit what the answers wait for */
    void addSignals(Collection<NewSignal> signals, UUID commit) {
        batch(
                """
                INSERT INTO device_signal (id, device_id, protocol, identity, reference, repeat_key, kind, code, source,
                    raised_at, received_at, receipt, on_test, latitude, longitude, node, raw, decoded, verdict, answers, commit_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                signals.stream().map(signal -> values(signal, commit)).toList());
    }

    /** @param counted which of them do not stand in the queue themselves, and on which alarm they are counted */
    void addAlarms(Collection<AlarmRaised> alarms, Map<AlarmId, AlarmId> counted, Instant now) {
        Map<AlarmId, Long> repeats =
                counted.values().stream().collect(Collectors.groupingBy(head -> head, Collectors.counting()));
        batch(
                """
                INSERT INTO alarm (id, organisation_id, device_id, signal_id, kind, priority, state, text, raised_at,
                    received_at, late, closed_at, disposition, counted_on, repeats, changed_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                alarms.stream()
                        .map(alarm ->
                                values(alarm, counted.get(alarm.alarm()), repeats.getOrDefault(alarm.alarm(), 0L), now))
                        .toList());
    }

    private static Object[] values(AlarmRaised alarm, AlarmId countedOn, long repeats, Instant now) {
        boolean isCounted = countedOn != null;
        return new Object[] {
            alarm.alarm().value(),
            alarm.organisation().value(),
            alarm.device().value(),
            alarm.signal().value(),
            alarm.kind().wire(),
            alarm.priority().value(),
            isCounted ? AlarmState.CLOSED : AlarmState.OPEN,
            alarm.text(),
            alarm.raisedAt(),
            alarm.receivedAt(),
            alarm.late(),
            isCounted ? now : null,
            isCounted ? Disposition.COUNTED.word() : null,
            isCounted ? countedOn.value() : null,
            repeats,
            now
        };
    }

    /** How they are; those that this transaction cannot see are left out. */
    Map<AlarmId, AlarmState> states(Collection<AlarmId> alarms) {
        Map<AlarmId, AlarmState> states = new HashMap<>();
        if (!alarms.isEmpty()) {
            list(
                    row -> states.put(new AlarmId(uuid(row, "id")), AlarmState.valueOf(row.getString("state"))),
                    NO_WAIT + "SELECT id, state FROM alarm WHERE id IN (" + marks(alarms.size()) + ")",
                    alarms.stream().map(AlarmId::value).toArray());
        }
        return states;
    }

    /** @param commit what the answers wait for; null when nothing does */
    void addExchanges(Collection<LoggedExchange> exchanges, UUID commit) {
        batch(
                """
                INSERT INTO device_exchange (device_id, at, id, protocol, identity, node, direction, kind, peer, raw, decoded,
                    verdict, answers, commit_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                exchanges.stream().map(exchange -> values(exchange, commit)).toList());
    }

    /**
     * Some may stand there already: written by a transaction that was through although its answer never came. They stay as they are; a
     * refusal here would refuse the alarms of the same batch, and of each batch after it.
     */
    void addCommits(Collection<IntakeCommit> commits) {
        batch(
                "INSERT INTO intake_commit (id, at, node, messages) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
                commits.stream()
                        .map(commit -> new Object[] {commit.id(), commit.at(), node.name(), commit.messages()})
                        .toList());
    }

    /** The devices use the keys that they were given. */
    void replaceKeys(Collection<DeviceId> devices) {
        batch(
                "UPDATE device SET sealed_key = sealed_next_key, sealed_next_key = NULL"
                        + " WHERE id = ? AND sealed_next_key IS NOT NULL",
                devices.stream().map(id -> new Object[] {id.value()}).toList());
    }

    /** @param sealed the key that holds beside the old one until the device uses it */
    void giveKey(DeviceId device, byte[] sealed) {
        update("UPDATE device SET sealed_next_key = ? WHERE id = ?", sealed, device.value());
    }

    private Object[] values(LoggedExchange exchange, UUID commit) {
        return new Object[] {
            exchange.device() == null ? NOBODY : exchange.device().value(),
            exchange.at(),
            exchange.id(),
            exchange.protocol().wire(),
            exchange.identity(),
            node.name(),
            exchange.direction().name().toLowerCase(Locale.ROOT),
            exchange.kind() == null ? null : exchange.kind().name(),
            exchange.peer(),
            exchange.raw().toArray(),
            exchange.decoded().isEmpty() ? null : exchange.decoded(),
            exchange.verdict(),
            Answers.pack(exchange.answers()),
            exchange.answers().isEmpty() ? null : commit
        };
    }

    private Object[] values(NewSignal stored, UUID commit) {
        Signal signal = stored.accepted().signal();
        Arrival arrival = stored.arrival();
        return new Object[] {
            stored.id().value(),
            stored.sender().device().value(),
            arrival.identity().protocol().wire(),
            arrival.identity().value(),
            signal.reference(),
            stored.repeatKey(),
            signal.kind().name(),
            signal.code(),
            arrival.peer(),
            signal.raisedAt().orElse(null),
            stored.receivedAt(),
            stored.accepted().receipt().toArray(),
            stored.onTest(),
            signal.position().map(Position::latitude).orElse(null),
            signal.position().map(Position::longitude).orElse(null),
            node.name(),
            arrival.raw().toArray(),
            stored.accepted().decoded(),
            stored.accepted().verdict(),
            Answers.pack(stored.answers()),
            commit
        };
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static StoredReceipt receipt(ResultSet row) throws SQLException {
        return new StoredReceipt(
                uuid(row, "id"),
                new DeviceId(uuid(row, "device_id")),
                instant(row, "received_at"),
                bytes(row, "receipt"));
    }

    private static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] value = row.getBytes(column);
        return value == null ? null : Bytes.of(value);
    }
}
