package se.fixpunkt.signin;

import java.util.Map;

/** More people sign in at this moment than this node has memory to check passwords for. */
@SuppressWarnings("serial")
public final class SignInBusy extends SignInRejection {
    public SignInBusy() {
        super(Kind.UNAVAILABLE);
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("retryAfter", 5);
    }
}
