package se.fixpunkt.architecture.violators.archive;

import se.fixpunkt.architecture.violators.desk.Desk;

/** The archive declares nobody, and together with the desk it makes a circle. */
public record CallsUndeclaredContext(Desk desk) {}
