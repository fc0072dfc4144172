/** Projects, their parties, members, invitations, roles and permissions. What you are not in does not exist for you. */
@BoundedContext(
        name = "projects",
        dependsOn = {"shared", "users", "mail"})
package se.fixpunkt.projects;

import se.fixpunkt.shared.BoundedContext;
