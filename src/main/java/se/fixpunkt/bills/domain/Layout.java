package se.fixpunkt.bills.domain;

/** How codes and rows are laid out in a workbook that was read. */
public enum Layout {
    /** The code stands on a row of its own; the rows below have none and inherit it. */
    A,
    /** The code stands on every row. */
    B,
    /** Description prose and bill rows are mixed. */
    C,
    /** Fixpunkt's own export, which says what each row is. */
    OWN
}
