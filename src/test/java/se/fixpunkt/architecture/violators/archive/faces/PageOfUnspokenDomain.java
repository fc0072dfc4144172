package se.fixpunkt.architecture.violators.archive.faces;

import se.fixpunkt.architecture.violators.archive.domain.Paper;

/** A page that uses a domain type which the front door never mentions. */
public record PageOfUnspokenDomain(Paper paper) {}
