package se.fixpunkt.operations;

/**
 * Something that nobody can tell the state of, because it has not been set up or has not happened yet. It is no fault and
 * raises no alarm, but whoever has one does not know that all is well.
 *
 * @param about which nodes; empty where there is only one
 */
public record BlindSpot(Kind kind, String about) {

    /** What would hurt most first. */
    public enum Kind {
        /** Nobody has told where the backup and its drill leave word. */
        BACKUP_NOT_SET_UP("backup-not-set-up"),
        NO_BACKUP_YET("no-backup-yet"),
        /** Backups are made, but none has been restored for the sake of knowing. */
        NO_DRILL_YET("no-drill-yet"),
        /** No certificate's end is counted down to on these nodes. */
        CERTIFICATES_NOT_SET_UP("certificates-not-set-up");

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
