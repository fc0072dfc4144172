package se.fixpunkt.shared;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value that was sent cannot be what it is said to be, or several cannot; nothing was changed. */
@SuppressWarnings("serial")
public final class InvalidValue extends Rejection {
    private final transient List<Fault> faults;

    /**
     * @param field the field's name in the contract
     * @param reason a stable key such as {@code required}, {@code too-long}, {@code malformed}
     */
    public InvalidValue(String field, String reason) {
        super(Kind.INVALID);
        this.faults = List.of(new Fault(field, reason));
    }

    /** Several at once, see {@link Faults}; of one field the first, because the others may follow from it. */
    InvalidValue(List<InvalidValue> several) {
        super(Kind.INVALID);
        Set<String> fields = new HashSet<>();
        List<Fault> first = new ArrayList<>();
        several.forEach(one ->
                one.faults.stream().filter(fault -> fields.add(fault.field())).forEach(first::add));
        this.faults = List.copyOf(first);
    }

    /** What is wrong, a field at a time; never empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** The first fault, as ever; when there are more, all of them beside it. */
    @Override
    public Map<String, ?> details() {
        String field = faults.get(0).field();
        String reason = faults.get(0).reason();
        return faults.size() == 1
                ? Map.of("field", field, "reason", reason)
                : Map.of(
                        "field",
                        field,
                        "reason",
                        reason,
                        "faults",
                        faults.stream().map(Fault::details).toList());
    }

    /** What is wrong with one field. */
    public record Fault(String field, String reason) {
        private Map<String, String> details() {
            return Map.of("field", field, "reason", reason);
        }
    }
}
