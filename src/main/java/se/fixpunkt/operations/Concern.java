package se.fixpunkt.operations;

/**
 * Something that somebody should see to.
 *
 * @param about which node, file or directory; empty where there is only one
 * @param detail a number or a reason, as the kind has it; may be empty
 */
public record Concern(Kind kind, String about, String detail) {

    /** The same for the same trouble, on every node and for as long as it lasts. */
    public String key() {
        return kind.word() + ":" + about;
    }

    /** The most urgent first. */
    public enum Kind {
        /** The node's database is in the minority. */
        NOT_PRIMARY("not-primary"),
        /** The database's copies were found not to be alike. */
        COPIES_DIFFER("copies-differ"),
        NODE_SILENT("node-silent"),
        /** Two nodes' clocks are too far apart for devices' times and codes to be judged alike. */
        CLOCK_OFF("clock-off"),
        DISK_FULL("disk-full"),
        /** The newest backup is too old, or there is none. */
        BACKUP_OLD("backup-old"),
        DRILL_FAILED("drill-failed"),
        CERTIFICATE_ENDS("certificate-ends"),
        CERTIFICATE_UNREADABLE("certificate-unreadable");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The name in the contract and in the bundles. */
        public String word() {
            return word;
        }
    }
}
