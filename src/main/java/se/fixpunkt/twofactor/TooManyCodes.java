package se.fixpunkt.twofactor;

import java.time.Duration;
import java.util.Map;
import se.fixpunkt.shared.Rejection;

/** Another code cannot be mailed yet. */
@SuppressWarnings("serial")
public final class TooManyCodes extends Rejection {
    private final transient Duration wait;

    public TooManyCodes(Duration wait) {
        super(Kind.TOO_MANY);
        this.wait = wait;
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("retryAfter", Math.max(1, wait.toSeconds()));
    }
}
