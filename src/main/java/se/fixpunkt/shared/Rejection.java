package se.fixpunkt.shared;

import java.util.Locale;
import java.util.Map;

/**
 * A named refusal: the system is well, the answer is no. Each context seals its own under its front door. Adapters
 * translate it once: REST to problem+json, Faces to a message under the key {@code rejection.<name>} of the bundles.
 * Unchecked, because a checked exception out of a transaction commits it.
 */
@SuppressWarnings("serial")
public abstract class Rejection extends RuntimeException {
    private final Kind kind;

    protected Rejection(Kind kind) {
        super(null, null, false, false);
        this.kind = kind;
    }

    public final Kind kind() {
        return kind;
    }

    /** The stable name in kebab case, e.g. {@code alarm-already-taken}: problem type and bundle key. */
    public final String problem() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The refusal's data under the contract's names; never a secret. */
    public Map<String, ?> details() {
        return Map.of();
    }

    @Override
    public String getMessage() {
        return problem() + " " + details();
    }

    /** What sort of no it is, with the HTTP status that says the same. */
    public enum Kind {
        NOT_SIGNED_IN(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        CHANGED_MEANWHILE(412),
        TOO_LARGE(413),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
