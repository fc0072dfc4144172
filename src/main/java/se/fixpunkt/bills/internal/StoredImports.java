package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillImports;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.ImportedBill;
import se.fixpunkt.bills.NothingToImport;
import se.fixpunkt.bills.SourceFile;
import se.fixpunkt.bills.domain.BillReader;
import se.fixpunkt.bills.domain.CleanText;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.bills.domain.RowSink;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;

/** Reads files into drafts. No transaction of its own: see {@link DraftStore}. */
@ApplicationScoped
class StoredImports implements BillImports {
    private static final int LONGEST_TITLE = 200;
    /** No reading takes this long; whoever began it is dead. */
    private static final Duration ABANDONED_AFTER = Duration.ofHours(2);

    private final ProjectAccess access;
    private final BillRepository heads;
    private final BillReader reader;
    private final DraftStore drafts;
    private final ImportRepository imports;
    private final Bills bills;
    private final Caller caller;
    private final Clock clock;

    @Inject
    StoredImports(
            ProjectAccess access,
            BillRepository heads,
            BillReader reader,
            DraftStore drafts,
            ImportRepository imports,
            Bills bills,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.heads = heads;
        this.reader = reader;
        this.drafts = drafts;
        this.imports = imports;
        this.bills = bills;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public ImportReport preview(ProjectId project, SourceFile file) {
        access.require(project, Permission.EDIT_BILLS);
        return read(file, (row, sheet, sourceRow) -> {});
    }

    @Override
    public ImportedBill draft(ProjectId project, String title, SourceFile file) {
        access.require(project, Permission.EDIT_BILLS);
        return store(project, title, file, BillState.DRAFT);
    }

    @Override
    public ImportedBill importNow(ProjectId project, String title, SourceFile file) {
        access.require(project, Permission.EDIT_BILLS);
        return store(project, title, file, BillState.OPEN);
    }

    @Override
    public ImportReport report(BillId bill) {
        admitted(bill);
        return imports.report(bill, bills.get(bill).total());
    }

    @Override
    public List<ImportProblem> problems(BillId bill, ImportProblem.Severity severity, int skip, int limit) {
        admitted(bill);
        return imports.problems(bill, severity, Math.max(0, skip), limit);
    }

    @Override
    public Bill accept(BillId bill) {
        BillHead head = admitted(bill);
        drafts.accept(head);
        return bills.get(bill);
    }

    @Override
    public void discard(BillId bill) {
        BillHead head = admitted(bill);
        drafts.hide(head);
        delete(bill);
    }

    private BillHead admitted(BillId bill) {
        access.require(heads.projectOf(bill), Permission.EDIT_BILLS);
        return heads.find(bill).orElseThrow(NotFound::new);
    }

    private ImportedBill store(ProjectId project, String title, SourceFile file, BillState state) {
        BillHead head = head(project, title(title), file);
        drafts.abandoned(project, clock.instant().minus(ABANDONED_AFTER)).forEach(this::delete);
        drafts.begin(head);
        boolean stored = false;
        try {
            BillId bill = head.id();
            RowBuffer buffer = new RowBuffer(some -> drafts.append(bill, some));
            ImportReport report = read(file, buffer);
            buffer.flush();
            drafts.complete(head, report, state);
            stored = true;
            return new ImportedBill(bills.get(bill), report);
        } finally {
            if (!stored) {
                delete(head.id());
            }
        }
    }

    private ImportReport read(SourceFile file, RowSink sink) {
        try {
            return reader.read(file.path(), file.name(), sink);
        } catch (UnreadableFile unreadable) {
            throw new NothingToImport(unreadable.reason(), unreadable.problems());
        }
    }

    private BillHead head(ProjectId project, String title, SourceFile file) {
        return new BillHead(
                BillId.next(),
                project,
                access.owner(project),
                title,
                BillState.IMPORTING,
                file.name(),
                0,
                0,
                null,
                clock.instant(),
                caller.requirePerson(),
                caller.name(),
                0);
    }

    private static String title(String given) {
        String title = CleanText.line(given == null ? "" : given);
        if (title.isEmpty()) {
            throw new InvalidValue("title", "required");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new InvalidValue("title", "too-long");
        }
        return title;
    }

    private void delete(BillId bill) {
        while (drafts.deleteSome(bill)) {
            // Each turn is a short transaction.
        }
    }
}
