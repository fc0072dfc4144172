/** Bills of quantities (mängdförteckningar): import, browse, price, export. */
@BoundedContext(
        name = "bills",
        dependsOn = {"shared", "users", "projects", "files"})
package se.fixpunkt.bills;

import se.fixpunkt.shared.BoundedContext;
