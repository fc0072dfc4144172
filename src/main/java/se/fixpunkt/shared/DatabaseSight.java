package se.fixpunkt.shared;

import java.math.BigDecimal;

/**
 * What this node sees of the database that it speaks to.
 *
 * @param answers whether a real table could be read within the last moments
 * @param replicated whether that database is one of a cluster; all that follows is empty when it stands alone
 * @param node the database node's own name
 * @param clusterStatus {@code Primary} where the majority is
 * @param clusterSize how many database nodes it sees, itself included
 * @param localState {@code Synced}, {@code Donor/Desynced}, {@code Joined} …
 * @param flowControlPaused the part of the time, 0 to 1, that it waited for slower nodes since it was last asked to forget
 * @param receiveQueue changes of other nodes that it has yet to apply
 * @param lastCommitted the cluster's number of the newest change that it has
 */
public record DatabaseSight(
        boolean answers,
        boolean replicated,
        String node,
        String clusterStatus,
        int clusterSize,
        String localState,
        BigDecimal flowControlPaused,
        long receiveQueue,
        long lastCommitted) {

    private static final String PRIMARY = "Primary";

    /** Nothing is seen. */
    public static final DatabaseSight NONE = new DatabaseSight(false, false, "", "", 0, "", BigDecimal.ZERO, 0, 0);

    /** A database that stands alone and answers. */
    public static DatabaseSight alone(String node) {
        return new DatabaseSight(true, false, node, "", 1, "", BigDecimal.ZERO, 0, 0);
    }

    /** Whether it has the majority with it, or needs none. */
    public boolean isPrimary() {
        return !replicated || PRIMARY.equals(clusterStatus);
    }
}
