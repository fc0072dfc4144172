package se.fixpunkt.architecture.violators.archive.internal;

/** Nothing behind the door is public. */
public record PublicInInternal(String secret) {}
