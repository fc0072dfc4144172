package se.fixpunkt.shared;

import java.util.Map;

/** A value that was sent cannot be what it is said to be; nothing was changed. */
@SuppressWarnings("serial")
public final class InvalidValue extends Rejection {
    private final String field;
    private final String reason;

    /**
     * @param field the field's name in the contract
     * @param reason a stable key such as {@code required}, {@code too-long}, {@code malformed}
     */
    public InvalidValue(String field, String reason) {
        super(Kind.INVALID);
        this.field = field;
        this.reason = reason;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("field", field, "reason", reason);
    }
}
