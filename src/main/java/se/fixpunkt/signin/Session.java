package se.fixpunkt.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * A living session or token.
 *
 * @param name what its owner calls a personal access token
 * @param agent what the browser or program says it is, cut to 200 characters
 * @param seenAt when it was last used, to the minute
 * @param current whether it is the one that asks
 */
public record Session(
        SessionId id,
        SessionKind kind,
        Optional<String> name,
        String address,
        String agent,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        boolean secondFactor,
        boolean current) {}
