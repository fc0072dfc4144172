package se.fixpunkt.operations;

import java.util.List;
import se.fixpunkt.shared.Resealing.Progress;

/**
 * Which keys seal, and how far the newest has come.
 *
 * @param keys the ids of the keys that running nodes seal with; more than one while a new key is being brought out
 * @param columns what is sealed, by table and column
 */
public record Encryption(List<String> keys, List<Progress> columns) {
    public Encryption {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    /** Values that wait for the newest key. */
    public long left() {
        return columns.stream().mapToLong(Progress::left).sum();
    }

    public long sealed() {
        return columns.stream().mapToLong(Progress::sealed).sum();
    }
}
