package se.fixpunkt.bills.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillImports;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.RowFilter;
import se.fixpunkt.bills.domain.ImportProblem;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.faces.Formats;
import se.fixpunkt.shared.faces.TextsView;

/** A draft, what there is to say about its file, and the decision. Lives in the database, so it can be left and come back to. */
@Named
@RequestScoped
public class BillPreviewView {
    private static final int PROBLEMS = 100;
    private static final int ROWS = 60;

    private final Bills bills;
    private final BillImports imports;
    private final Projects projects;
    private final TextsView texts;
    private String id;
    private String severity = "";
    private int page = 1;
    private Bill bill;
    private String projectName = "";
    private ImportReport report;
    private List<ProblemLine> problems = List.of();
    private List<Row> rows = List.of();
    private List<Choice> choices = List.of();
    private String difference = "";
    private String leftOut = "";
    private boolean agrees;
    private boolean more;

    @Inject
    public BillPreviewView(Bills bills, BillImports imports, Projects projects, TextsView texts) {
        this.bills = bills;
        this.imports = imports;
        this.projects = projects;
        this.texts = texts;
    }

    public void load() {
        BillId draft = PageId.of(id, BillId::new);
        bill = bills.get(draft);
        report = imports.report(draft);
        projectName = projects.get(bill.project()).name();
        choices = List.of(
                choice("all", report.problemCount()),
                choice("error", report.errors()),
                choice("warning", report.warnings()),
                choice("info", report.infos()));
        leftOut = Formats.count(report.errors());
        report.declaredTotal().ifPresent(declared -> compare(report.total(), declared));
        rows = bills.rows(draft, RowFilter.ALL, null, ROWS).page().items();
        List<ImportProblem> found = imports.problems(draft, chosen(), (page - 1) * PROBLEMS, PROBLEMS + 1);
        more = found.size() > PROBLEMS;
        problems = found.stream()
                .limit(PROBLEMS)
                .map(problem -> ProblemLine.of(problem, texts))
                .toList();
    }

    public String accept() {
        Bill accepted = imports.accept(PageId.of(id, BillId::new));
        return "/bills/bill?faces-redirect=true&id=" + accepted.id();
    }

    public String discard() {
        BillId draft = PageId.of(id, BillId::new);
        ProjectId in = bills.get(draft).project();
        imports.discard(draft);
        return "/bills/list?faces-redirect=true&project=" + in;
    }

    /** A filter chip over the problems. */
    public record Choice(String key, int count, boolean current) {}

    public List<Choice> getChoices() {
        return choices;
    }

    public boolean isDiffers() {
        return !difference.isEmpty();
    }

    public boolean isAgrees() {
        return agrees;
    }

    /** By how much our total differs from the file's own; empty when it does not. */
    public String getDifference() {
        return difference;
    }

    public String getLeftOut() {
        return leftOut;
    }

    /** Whether the row's kind needs a word. */
    public boolean tagged(Row row) {
        return switch (row.content().kind()) {
            case HEADING, ITEM, REMARK -> false;
            default -> true;
        };
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSeverity() {
        return severity;
    }

    public void setSeverity(String severity) {
        this.severity = severity == null ? "" : severity;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }

    public Bill getBill() {
        return bill;
    }

    public String getProjectName() {
        return projectName;
    }

    public ImportReport getReport() {
        return report;
    }

    public List<ProblemLine> getProblems() {
        return problems;
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isMore() {
        return more;
    }

    private void compare(Amount ours, Amount declared) {
        agrees = ours.equals(declared);
        difference = agrees ? "" : Formats.amount(ours.minus(declared));
    }

    private Choice choice(String key, int count) {
        boolean current = key.equals("all") ? chosen() == null : key.equals(severity);
        return new Choice(key, count, current);
    }

    private ImportProblem.Severity chosen() {
        return switch (severity) {
            case "error", "warning", "info" -> ImportProblem.Severity.valueOf(severity.toUpperCase(Locale.ROOT));
            default -> null;
        };
    }
}
