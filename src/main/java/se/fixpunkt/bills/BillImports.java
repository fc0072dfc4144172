package se.fixpunkt.bills;

import java.util.List;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.projects.ProjectId;

/**
 * The way of a workbook into a project: read, looked at, accepted. Everything here needs {@code EDIT_BILLS}. A file gives a
 * whole bill or none; what could not be read is named row by row.
 */
public interface BillImports {

    /**
     * Reads the file and stores nothing.
     *
     * @throws NothingToImport when no row of it can be imported
     */
    ImportReport preview(ProjectId project, SourceFile file);

    /**
     * Reads the file into a draft that waits for {@link #accept} or {@link #discard}.
     *
     * @param title 1 to 200 characters
     * @throws NothingToImport when no row of it can be imported
     */
    ImportedBill draft(ProjectId project, String title, SourceFile file);

    /** As {@link #draft} and {@link #accept} in one. */
    ImportedBill importNow(ProjectId project, String title, SourceFile file);

    /** What the import said about the file; its list of problems is empty, see {@link #problems}. */
    ImportReport report(BillId bill);

    /**
     * What the import had to say, in the order of the file.
     *
     * @param severity only this; null for all
     * @param skip how many to leave out
     */
    List<ImportProblem> problems(BillId bill, ImportProblem.Severity severity, int skip, int limit);

    /** Makes a draft part of the project. Accepting what is accepted changes nothing. */
    Bill accept(BillId bill);

    /**
     * Throws a draft away.
     *
     * @throws BillAlreadyAccepted when it is a draft no more
     */
    void discard(BillId bill);
}
