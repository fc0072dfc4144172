package se.fixpunkt.architecture.violators.archive.domain;

import se.fixpunkt.architecture.violators.archive.internal.PublicInInternal;

/** Looks inwards. */
public record DomainKnowsInternal(PublicInInternal inside) {}
