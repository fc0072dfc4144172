package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import se.fixpunkt.shared.SealedColumn;

/** Names the column with personal data, for the day that the sealing key changes. */
@ApplicationScoped
class SealedDeviceRecords {
    static final String PLACE = "device.record.";

    @Produces
    @Dependent
    SealedColumn column() {
        return new SealedColumn("device", "sealed_record", PLACE);
    }
}
