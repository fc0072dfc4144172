/** A context that declares nothing it may call. */
@BoundedContext(name = "archive")
package se.fixpunkt.architecture.violators.archive;

import se.fixpunkt.shared.BoundedContext;
