package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.BillExport;
import se.fixpunkt.bills.BillExported;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillRowChanged;
import se.fixpunkt.bills.BillRowId;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.bills.BillStillDraft;
import se.fixpunkt.bills.Bills;
import se.fixpunkt.bills.CodeCount;
import se.fixpunkt.bills.ExportFormat;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.RowChange;
import se.fixpunkt.bills.RowField;
import se.fixpunkt.bills.RowFilter;
import se.fixpunkt.bills.RowPage;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;

/** Bills as they are stored. */
@ApplicationScoped
@Transactional
class StoredBills implements Bills {
    private final ProjectAccess access;
    private final BillRepository bills;
    private final RowRepository rows;
    private final HeadingTotalRepository headings;
    private final CodeRepository codes;
    private final ExportFiles files;
    private final Event<DomainEvent> events;

    @Inject
    StoredBills(
            ProjectAccess access,
            BillRepository bills,
            RowRepository rows,
            HeadingTotalRepository headings,
            CodeRepository codes,
            ExportFiles files,
            Event<DomainEvent> events) {
        this.access = access;
        this.bills = bills;
        this.rows = rows;
        this.headings = headings;
        this.codes = codes;
        this.files = files;
        this.events = events;
    }

    @Override
    public List<Bill> of(ProjectId project) {
        access.require(project, Permission.READ);
        Map<BillId, BillHead.Sums> sums = bills.sumsIn(project);
        List<BillHead> drafts =
                access.may(project, Permission.EDIT_BILLS) ? bills.of(project, BillState.DRAFT) : List.of();
        return Stream.concat(drafts.stream(), bills.of(project, BillState.OPEN).stream())
                .map(head -> head.with(sums.getOrDefault(head.id(), BillHead.Sums.NONE)))
                .toList();
    }

    @Override
    public Bill get(BillId bill) {
        BillHead head = admitted(bill, Permission.READ);
        return head.with(bills.sums(bill));
    }

    @Override
    public RowPage rows(BillId bill, RowFilter filter, String after, int limit) {
        BillHead head = admitted(bill, Permission.READ);
        RowFilter decided = decided(bill, filter);
        List<Row> read = rows.after(bill, decided, position(after), limit + 1);
        return page(head, decided, read, limit);
    }

    @Override
    public RowPage rowsAt(BillId bill, RowFilter filter, int skip, int limit) {
        BillHead head = admitted(bill, Permission.READ);
        RowFilter decided = decided(bill, filter);
        List<Row> read = rows.at(bill, decided, Math.max(0, skip), limit + 1);
        return page(head, decided, read, limit);
    }

    @Override
    public Row row(BillId bill, BillRowId row) {
        admitted(bill, Permission.READ);
        Row found = rows.find(bill, row).orElseThrow(NotFound::new);
        return headings.withTotals(bill, List.of(found)).get(0);
    }

    @Override
    public Row change(BillId bill, BillRowId row, long version, RowChange change) {
        BillHead head = admitted(bill, Permission.READ);
        change.values().keySet().stream()
                .map(RowField::permission)
                .distinct()
                .forEach(permission -> access.require(head.project(), permission));
        if (head.state() != BillState.OPEN) {
            throw new BillStillDraft();
        }
        Row before = rows.lock(bill, row).orElseThrow(NotFound::new);
        if (before.version() != version) {
            throw new ChangedMeanwhile(before.facts());
        }
        BillRow content = RowEdit.apply(before.content(), change);
        if (content.equals(before.content())) {
            return before;
        }
        if (!rows.change(bill, before, content)) {
            throw new ChangedMeanwhile(
                    rows.lock(bill, row).orElseThrow(NotFound::new).facts());
        }
        Row after = new Row(row, before.position(), content, null, version + 1);
        events.fire(new BillRowChanged(
                bill, head.project(), head.organisation(), row, told(before, after), told(after, before)));
        return after;
    }

    @Override
    public List<CodeCount> codesUnder(BillId bill, String under) {
        admitted(bill, Permission.READ);
        List<CodeTree.Node> nodes = new CodeTree(codes.sums(bill, under)).under(under);
        Map<String, String> texts =
                codes.headings(bill, nodes.stream().map(CodeTree.Node::code).toList());
        return nodes.stream()
                .map(node -> new CodeCount(
                        node.code(), texts.getOrDefault(node.code(), ""), node.rows(), node.total(), node.hasBelow()))
                .toList();
    }

    @Override
    public CodeCount code(BillId bill, String code) {
        admitted(bill, Permission.READ);
        List<CodeSum> sums = codes.sums(bill, code);
        Amount total = sums.stream().map(CodeSum::total).reduce(Amount.ZERO, Amount::plus);
        return new CodeCount(
                code,
                codes.headings(bill, List.of(code)).getOrDefault(code, ""),
                sums.stream().mapToInt(CodeSum::rows).sum(),
                total,
                sums.size() > 1);
    }

    @Override
    public BillExport export(BillId bill, ExportFormat format) {
        BillHead head = admitted(bill, Permission.EXPORT);
        if (head.state() != BillState.OPEN) {
            throw new BillStillDraft();
        }
        events.fire(new BillExported(bill, head.project(), head.organisation(), format));
        return files.export(head, bills.sums(bill).total(), format);
    }

    /** The bill's head, for one who has the permission; a draft is hidden from those who cannot do anything with it. */
    private BillHead admitted(BillId bill, Permission permission) {
        access.require(bills.projectOf(bill), permission);
        BillHead head = bills.find(bill).orElseThrow(NotFound::new);
        if (head.state() == BillState.DRAFT && !access.may(head.project(), Permission.EDIT_BILLS)) {
            throw new NotFound();
        }
        return head;
    }

    private RowPage page(BillHead head, RowFilter filter, List<Row> read, int limit) {
        Page<Row> page = Page.of(read, limit, row -> String.valueOf(row.position()));
        int total = filter.isAll() ? head.rows() : rows.count(head.id(), filter);
        return new RowPage(new Page<>(headings.withTotals(head.id(), page.items()), page.next()), total);
    }

    /** What was typed in the one field is a code where the bill has such codes, in capitals or not; otherwise text. */
    private RowFilter decided(BillId bill, RowFilter filter) {
        String typed = filter.find();
        if (typed == null) {
            return filter;
        }
        String code = Stream.of(typed, typed.toUpperCase(Locale.ROOT))
                .filter(prefix -> rows.hasCode(bill, prefix))
                .findFirst()
                .orElse(null);
        return code == null
                ? new RowFilter(filter.code(), filter.within(), typed, null, filter.missingRate())
                : new RowFilter(code, filter.within(), filter.text(), null, filter.missingRate());
    }

    private static int position(String after) {
        try {
            return after == null || after.isEmpty() ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException unknown) {
            throw new InvalidValue("after", "malformed");
        }
    }

    /** What the journal tells of one side of a change: which row it was, and the fields in which the two differ. */
    private static Map<String, Object> told(Row one, Row other) {
        Map<String, Object> told = new HashMap<>(one.facts());
        told.keySet()
                .removeIf(name -> !name.equals("position")
                        && !name.equals("code")
                        && told.get(name).equals(other.facts().get(name)));
        told.remove("version");
        return told;
    }
}
