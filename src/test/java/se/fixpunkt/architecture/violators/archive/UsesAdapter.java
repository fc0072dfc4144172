package se.fixpunkt.architecture.violators.archive;

import se.fixpunkt.architecture.violators.archive.rest.PaperResource;

/** The inside leans on the outside. */
public record UsesAdapter(PaperResource resource) {}
