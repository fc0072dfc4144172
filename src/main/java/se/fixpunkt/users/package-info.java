/** People, their organisations and their organisation-wide rights. Who somebody is and what he may do outside projects; how he proves it is sign-in's. */
@BoundedContext(
        name = "users",
        dependsOn = {"shared"})
package se.fixpunkt.users;

import se.fixpunkt.shared.BoundedContext;
