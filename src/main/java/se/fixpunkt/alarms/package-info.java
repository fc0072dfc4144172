/** Alarm reception and handling: devices, signals, receipts, alarms, from the first byte to the close. */
@BoundedContext(
        name = "alarms",
        dependsOn = {"shared", "users", "mail", "files"})
package se.fixpunkt.alarms;

import se.fixpunkt.shared.BoundedContext;
