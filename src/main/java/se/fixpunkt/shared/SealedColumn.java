package se.fixpunkt.shared;

/**
 * A column with values that the {@link Vault} sealed. A context that has one says so with a CDI bean of this type, so that its
 * values are sealed anew when the key changes.
 *
 * @param table whose primary key is a UUID in the column {@code id}
 * @param place what the values are sealed for, before the row's id, e.g. {@code device.key.}
 */
public record SealedColumn(String table, String column, String place) {
    public SealedColumn {
        if (!(table + column).matches("[a-z_]+")) {
            throw new IllegalArgumentException(table + "." + column);
        }
    }

    /** What the value of that row is sealed for. */
    public String placeOf(String id) {
        return place + id;
    }
}
