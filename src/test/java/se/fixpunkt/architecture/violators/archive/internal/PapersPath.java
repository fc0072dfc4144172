package se.fixpunkt.architecture.violators.archive.internal;

import jakarta.ws.rs.Path;

/** A resource in the wrong place, under the wrong name. */
@Path("other-papers")
class PapersPath {}
