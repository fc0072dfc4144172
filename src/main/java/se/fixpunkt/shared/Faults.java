package se.fixpunkt.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gathers what is wrong with values that belong together, so that whoever sent them is told everything at once. What is read
 * meanwhile is good for nothing but looking at the rest; {@link #refuse} comes before anything is kept.
 */
public final class Faults {
    private final List<InvalidValue> found = new ArrayList<>();

    /** @param field and reason as in {@link InvalidValue} */
    public void add(String field, String reason) {
        found.add(new InvalidValue(field, reason));
    }

    /**
     * What is read, or what stands in for it when it is refused.
     *
     * @param standIn a value that causes no further fault
     */
    public <T> T read(Supplier<T> value, T standIn) {
        try {
            return value.get();
        } catch (InvalidValue refused) {
            found.add(refused);
            return standIn;
        }
    }

    /** @throws InvalidValue with all that was found; nothing happens when that is nothing */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidValue(found);
        }
    }
}
