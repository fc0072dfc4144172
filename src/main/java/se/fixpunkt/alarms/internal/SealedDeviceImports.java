package se.fixpunkt.alarms.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import se.fixpunkt.shared.SealedColumn;

/** Names the column with workbooks that wait, for the day that the sealing key changes. */
@ApplicationScoped
class SealedDeviceImports {
    static final String PLACE = "device.import.";

    @Produces
    @Dependent
    SealedColumn column() {
        return new SealedColumn("device_import", "sealed_workbook", PLACE);
    }
}
