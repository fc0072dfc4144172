package se.fixpunkt.architecture.violators.archive.domain;

/** Plain. */
public record Paper(String title) {}
