package se.fixpunkt.signin;

import java.time.Instant;

/** A new personal access token, the only time that it is seen. */
public record IssuedToken(SessionId id, String name, AccessToken token, Instant expiresAt) {}
