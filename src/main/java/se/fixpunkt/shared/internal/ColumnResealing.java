package se.fixpunkt.shared.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.PlainRows;
import se.fixpunkt.shared.Resealing;
import se.fixpunkt.shared.SealedColumn;

/** Goes through the columns that contexts have named, a few hundred values at a time. */
@ApplicationScoped
class ColumnResealing implements Resealing {
    private static final Logger LOG = Logger.getLogger(ColumnResealing.class.getName());
    private static final int TOGETHER = 200;
    private static final Duration COUNT_GOOD_FOR = Duration.ofSeconds(10);
    private static final String BEGINNING = "00000000-0000-0000-0000-000000000000";
    private static final String WHY = "it shows and changes no value, only what they are sealed with";

    private final Instance<SealedColumn> columns;
    private final Instance<PlainRows> plain;
    private final SealedRepository values;
    private final KeyedVault vault;
    /** Where this node has come to in each column, so that values that nobody can open do not stop it. */
    private final Map<SealedColumn, String> cursors = new ConcurrentHashMap<>();

    private volatile Counted counted;

    @Inject
    ColumnResealing(
            @Any Instance<SealedColumn> columns,
            @Any Instance<PlainRows> plain,
            SealedRepository values,
            KeyedVault vault) {
        this.columns = columns;
        this.plain = plain;
        this.values = values;
        this.vault = vault;
    }

    @Override
    @OpenToAnyone(because = WHY)
    public String keyId() {
        return HexFormat.of().formatHex(vault.mark(), 1, KeyedVault.MARK);
    }

    @Override
    @OpenToAnyone(because = WHY)
    public List<Progress> progress() {
        Counted last = counted;
        if (last == null || System.nanoTime() - last.at() > COUNT_GOOD_FOR.toNanos()) {
            last = new Counted(count(), System.nanoTime());
            counted = last;
        }
        return last.progress();
    }

    @Override
    @Transactional
    @OpenToAnyone(because = WHY)
    public int some() {
        int done = 0;
        for (SealedColumn column : columns) {
            done += some(column);
        }
        counted = null;
        return done;
    }

    @Override
    @Transactional
    @OpenToAnyone(because = WHY)
    public int somePlain() {
        int done = 0;
        for (PlainRows rows : plain) {
            done += rows.sealSome(TOGETHER);
        }
        counted = null;
        return done;
    }

    private List<Progress> count() {
        Stream<Progress> sealed = columns.stream().map(column -> values.count(column, vault.mark()));
        Stream<Progress> open = plain.stream()
                .map(rows -> new Progress(rows.table(), 0, rows.left()))
                .filter(one -> one.left() > 0);
        return Stream.concat(sealed, open).toList();
    }

    private int some(SealedColumn column) {
        List<SealedRepository.Value> old =
                values.others(column, vault.mark(), cursors.getOrDefault(column, BEGINNING), TOGETHER);
        int done = 0;
        for (SealedRepository.Value value : old) {
            String place = column.placeOf(value.id());
            done += opened(column, value, place)
                            .filter(plain -> values.replace(column, value, vault.seal(plain, place)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        cursors.put(
                column,
                old.size() < TOGETHER ? BEGINNING : old.get(old.size() - 1).id());
        return done;
    }

    private Optional<byte[]> opened(SealedColumn column, SealedRepository.Value value, String place) {
        try {
            return Optional.of(vault.open(value.sealed(), place));
        } catch (IllegalStateException lost) {
            LOG.log(Level.SEVERE, "A value of {0}.{1} was sealed by no key that this node has: row {2}", new Object[] {
                column.table(), column.column(), value.id()
            });
            return Optional.empty();
        }
    }

    /** @param at by {@link System#nanoTime} */
    private record Counted(List<Progress> progress, long at) {}
}
