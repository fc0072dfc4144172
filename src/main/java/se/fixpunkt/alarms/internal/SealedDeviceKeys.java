package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import se.fixpunkt.shared.SealedColumn;

/** Names the columns with devices' keys, for the day that the sealing key changes. */
@ApplicationScoped
class SealedDeviceKeys {

    @Produces
    @Dependent
    SealedColumn column() {
        return new SealedColumn("device", "sealed_key", "device.key.");
    }

    @Produces
    @Dependent
    SealedColumn next() {
        return new SealedColumn("device", "sealed_next_key", "device.key.");
    }
}
