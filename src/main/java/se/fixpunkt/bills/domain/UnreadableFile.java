package se.fixpunkt.bills.domain;

import java.util.List;

/**
 * Nothing can be imported from a file. Thrown by readers; the front door turns it into its own refusal. The text for
 * people is {@code bills.import.unreadable.<reason>} in the bundles.
 */
@SuppressWarnings("serial")
public final class UnreadableFile extends RuntimeException {
    private final Reason reason;
    private final List<ImportProblem> problems;

    public UnreadableFile(Reason reason) {
        this(reason, List.of());
    }

    /** @param problems why, row by row, when the file could be opened but every row had to be rejected */
    public UnreadableFile(Reason reason, List<ImportProblem> problems) {
        super(reason.key());
        this.reason = reason;
        this.problems = List.copyOf(problems);
    }

    public Reason reason() {
        return reason;
    }

    public List<ImportProblem> problems() {
        return problems;
    }

    /** The bundle key of the text for people. */
    public String messageKey() {
        return "bills.import.unreadable." + reason.key();
    }

    /** Why nothing can be imported. */
    public enum Reason {
        EMPTY("empty"),
        TOO_LARGE("too-large"),
        /** A compressed file that unpacks to far more than a bill can be. */
        UNPACKS_TOO_LARGE("unpacks-too-large"),
        TOO_MANY_ROWS("too-many-rows"),
        DAMAGED("damaged"),
        /** A document type definition or entities: no spreadsheet program writes them. */
        FORBIDDEN_XML("forbidden-xml"),
        ENCRYPTED("encrypted"),
        OLD_EXCEL("old-excel"),
        BINARY_EXCEL("binary-excel"),
        OPEN_DOCUMENT("open-document"),
        NOT_A_WORKBOOK("not-a-workbook"),
        HTML("html"),
        XML("xml"),
        PDF("pdf"),
        UNKNOWN_FORMAT("unknown-format"),
        /** No row has the column headings of a bill. */
        NO_TABLE("no-table"),
        /** There is a table but no row of it can be imported. */
        NO_ROWS("no-rows");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
