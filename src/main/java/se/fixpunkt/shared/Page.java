package se.fixpunkt.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a keyset-paged list.
 *
 * @param items in the list's order
 * @param next what to pass as {@code after} for the following page; null at the end
 */
public record Page<T>(List<T> items, String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** A limit within bounds: nothing or nonsense becomes the default, too much becomes the most. */
    public static int limit(Integer asked) {
        return asked == null || asked < 1 ? DEFAULT_LIMIT : Math.min(asked, MAX_LIMIT);
    }

    /**
     * Cuts a list that was read with {@code limit + 1} and makes the cursor from the last item kept.
     *
     * @param read at most {@code limit + 1} items
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, String> cursor) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        List<T> kept = read.subList(0, limit);
        return new Page<>(kept, cursor.apply(kept.get(limit - 1)));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }
}
