/** A context that may call the archive. */
@BoundedContext(
        name = "desk",
        dependsOn = {"archive"})
package se.fixpunkt.architecture.violators.desk;

import se.fixpunkt.shared.BoundedContext;
