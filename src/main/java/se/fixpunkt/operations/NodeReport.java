package se.fixpunkt.operations;

import java.util.List;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.shared.DatabaseSight;

/**
 * What a node says of itself with each sign of life. Another release may know less or more, so nothing has to be there.
 *
 * @param sealingKey the id of the key that it seals with; null when it does not tell
 * @param intakeWaiting messages of devices that waited for their commit
 */
public record NodeReport(
        DatabaseSight database,
        List<ReceiverState> receivers,
        int intakeWaiting,
        List<Disk> disks,
        List<Certificate> certificates,
        Backup backup,
        String sealingKey) {

    /** Of a node whose report cannot be read. */
    public static final NodeReport EMPTY = new NodeReport(null, null, 0, null, null, null, null);

    public NodeReport {
        database = database == null ? DatabaseSight.NONE : database;
        receivers = receivers == null ? List.of() : List.copyOf(receivers);
        disks = disks == null ? List.of() : List.copyOf(disks);
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
        backup = backup == null ? Backup.NOT_CONFIGURED : backup;
    }
}
