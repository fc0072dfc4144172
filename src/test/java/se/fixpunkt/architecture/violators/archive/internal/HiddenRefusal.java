package se.fixpunkt.architecture.violators.archive.internal;

import se.fixpunkt.shared.Rejection;

/** A refusal that nobody outside can name. */
@SuppressWarnings("serial")
final class HiddenRefusal extends Rejection {
    HiddenRefusal() {
        super(Kind.CONFLICT);
    }
}
