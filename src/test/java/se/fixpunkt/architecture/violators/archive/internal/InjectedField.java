package se.fixpunkt.architecture.violators.archive.internal;

import jakarta.inject.Inject;
import se.fixpunkt.architecture.violators.archive.Papers;

/** Cannot be made whole by hand. */
class InjectedField {
    @Inject
    Papers papers;
}
