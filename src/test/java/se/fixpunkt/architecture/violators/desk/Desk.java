package se.fixpunkt.architecture.violators.desk;

import se.fixpunkt.architecture.violators.archive.Papers;

/** An allowed arrow. */
public record Desk(Papers papers) {}
