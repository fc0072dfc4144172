/** The outgoing mail queue: a letter is a row in the sender's own transaction, delivered later by whichever node claims it. */
@BoundedContext(
        name = "mail",
        dependsOn = {"shared"})
package se.fixpunkt.mail;

import se.fixpunkt.shared.BoundedContext;
