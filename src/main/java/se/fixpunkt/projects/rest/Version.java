package se.fixpunkt.projects.rest;

import jakarta.ws.rs.core.EntityTag;

/** Versions as entity tags. */
final class Version {
    /** No thing has it, so that a tag that is none of ours never fits. */
    private static final long NONE = -1;

    private Version() {}

    /** The version in {@code If-Match}; null when the header is missing or {@code *}. */
    static Long ifMatch(String header) {
        if (header == null || "*".equals(header.strip())) {
            return null;
        }
        try {
            return Long.valueOf(header.strip().replace("\"", ""));
        } catch (NumberFormatException foreign) {
            return NONE;
        }
    }

    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
