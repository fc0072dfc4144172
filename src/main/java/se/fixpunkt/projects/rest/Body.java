package se.fixpunkt.projects.rest;

import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.InvalidValue;

/** What requests carry, checked for being there at all. */
final class Body {
    private Body() {}

    static <T> T required(T body) {
        if (body == null) {
            throw new InvalidValue("body", "required");
        }
        return body;
    }

    static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new InvalidValue("role", word == null ? "required" : "unknown"));
    }
}
