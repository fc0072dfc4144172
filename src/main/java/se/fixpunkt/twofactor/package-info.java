/** One-time codes: made, mailed, counted and compared. It knows no passwords and no sessions. */
@BoundedContext(
        name = "twofactor",
        dependsOn = {"shared", "users", "mail"})
package se.fixpunkt.twofactor;

import se.fixpunkt.shared.BoundedContext;
