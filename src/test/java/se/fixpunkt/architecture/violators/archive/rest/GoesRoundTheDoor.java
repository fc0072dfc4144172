package se.fixpunkt.architecture.violators.archive.rest;

import se.fixpunkt.architecture.violators.archive.internal.PublicInInternal;

/** A resource that reaches past the front door. */
public record GoesRoundTheDoor(PublicInInternal inside) {}
