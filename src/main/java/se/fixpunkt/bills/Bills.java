package se.fixpunkt.bills;

import java.util.List;
import se.fixpunkt.projects.ProjectId;

/**
 * The bills of quantities of projects, for their members. A bill that the caller may not see does not exist: every method
 * then throws {@link se.fixpunkt.shared.NotFound}.
 */
public interface Bills {

    /** The project's bills, newest first; drafts only for those who may change bills. Needs {@code READ}. */
    List<Bill> of(ProjectId project);

    /** Needs {@code READ}; a draft {@code EDIT_BILLS}. */
    Bill get(BillId bill);

    /**
     * Rows in the order of their positions, after a row.
     *
     * @param after the previous page's {@code next}, or null
     * @throws se.fixpunkt.shared.InvalidValue for a cursor that was not given out
     */
    RowPage rows(BillId bill, RowFilter filter, String after, int limit);

    /** Rows in the order of their positions, for a window that jumps: {@code skip} of those let through are left out. */
    RowPage rowsAt(BillId bill, RowFilter filter, int skip, int limit);

    Row row(BillId bill, BillRowId row);

    /**
     * Changes fields of a row, each with its own permission, and works out the amount.
     *
     * @param version the row's version as the caller saw it
     * @throws se.fixpunkt.shared.ChangedMeanwhile with the row as it is, when somebody else was first
     * @throws se.fixpunkt.shared.InvalidValue for a value that the field or the row's kind cannot have
     * @throws BillStillDraft when the bill has not been accepted
     */
    Row change(BillId bill, BillRowId row, long version, RowChange change);

    /**
     * The codes directly below another, with what they hold. A chain of codes without rows of their own is shortened to
     * its last.
     *
     * @param under a code, or empty for the outermost
     */
    List<CodeCount> codesUnder(BillId bill, String under);

    /** One code and everything below it; zero rows when the bill has none. */
    CodeCount code(BillId bill, String code);

    /** Needs {@code EXPORT}; an export is told in the journal. */
    BillExport export(BillId bill, ExportFormat format);
}
