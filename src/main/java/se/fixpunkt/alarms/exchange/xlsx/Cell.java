package se.fixpunkt.alarms.exchange.xlsx;

/**
 * What a cell says.
 *
 * @param text numbers are written plainly, as far as they are known; empty when nothing can be read
 */
record Cell(String text, Kind kind) {
    static final Cell EMPTY = new Cell("", Kind.TEXT);
    static final Cell WITHOUT_RESULT = new Cell("", Kind.WITHOUT_RESULT);
    static final Cell COVERED = new Cell("", Kind.COVERED);

    enum Kind {
        TEXT,
        NUMBER,
        /** A number or a day whose digits are not those that people see or once typed. */
        DISGUISED,
        /** A formula's error. */
        FAILED,
        /** A formula that the program which wrote the file did not reckon. */
        WITHOUT_RESULT,
        /** Merged with a cell to the left, whose content people see here too. */
        COVERED
    }

    boolean isNumber() {
        return kind == Kind.NUMBER || kind == Kind.DISGUISED;
    }
}
