package se.fixpunkt.architecture.violators.archive.internal;

import jakarta.inject.Named;

/** A page's bean in the wrong place, under the wrong name. */
@Named
class NamedElsewhere {}
