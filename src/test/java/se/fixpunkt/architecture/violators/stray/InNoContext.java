package se.fixpunkt.architecture.violators.stray;

/** Its package says nothing of a context. */
public record InNoContext(String name) {}
