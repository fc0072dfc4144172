/** The journal: listens to every domain event and writes a row in the same commit. Nobody calls it. */
@BoundedContext(
        name = "audit",
        dependsOn = {"shared", "users", "projects"})
package se.fixpunkt.audit;

import se.fixpunkt.shared.BoundedContext;
