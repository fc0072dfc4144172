/** The only place that knows password and second factor: sign-in attempts, sessions, tokens, and the gate that tells every request who is asking. */
@BoundedContext(
        name = "signin",
        dependsOn = {"shared", "users", "twofactor", "mail"})
package se.fixpunkt.signin;

import se.fixpunkt.shared.BoundedContext;
