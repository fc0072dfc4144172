/** How the installation itself is doing: nodes, database, receivers, queues, backups, certificates, disks. For IT staff. */
@BoundedContext(
        name = "operations",
        dependsOn = {"shared", "users", "alarms", "mail"})
package se.fixpunkt.operations;

import se.fixpunkt.shared.BoundedContext;
