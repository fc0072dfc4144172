package se.fixpunkt.operations;

import java.util.List;
import se.fixpunkt.alarms.ReceiverState;
import se.fixpunkt.shared.DatabaseSight;

/**
 * What a node says of itself with each sign of life. Another release may know less or more, so nothing has to be there.
 *
 * @param sealingKey the id of the key that it seals with; null when it does not tell
 * @param readsSealedRegisters whether people in sealed rows are found there; false when it is of a release before that
 * @param intakeWaiting messages of devices that waited for their commit
 */
public record NodeReport(
        DatabaseSight database,
        List<ReceiverState> receivers,
        int intakeWaiting,
        List<Disk> disks,
        List<Certificate> certificates,
        Backup backup,
        String sealingKey,
        boolean readsSealedRegisters) {

    /** Of a node whose report cannot be read. */
    public static final NodeReport EMPTY = new NodeReport(null, null, 0, null, null, null, null, false);

    public NodeReport {
        database = database == null ? DatabaseSight.NONE : database;
        receivers = receivers == null ? List.of() : List.copyOf(receivers);
        disks = disks == null ? List.of() : List.copyOf(disks);
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
        backup = backup == null ? Backup.NOT_CONFIGURED : backup;
    }
}
