package se.fixpunkt.bills.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import se.fixpunkt.bills.BillId;
import se.fixpunkt.bills.BillState;
import se.fixpunkt.bills.domain.ImportReport;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.database.JdbcRepository;

/** The heads of bills, in {@code bill}. */
@ApplicationScoped
class BillRepository extends JdbcRepository {
    private static final String HEAD = "SELECT id, project_id, organisation_id, title, state, source_name, row_count,"
            + " item_count, declared_total, imported_at, imported_by, imported_by_name, version FROM bill";

    @Inject
    BillRepository(DataSource dataSource) {
        super(dataSource);
    }

    /** The project to ask for permission; a bill that is still being stored does not exist. */
    ProjectId projectOf(BillId bill) {
        return find(
                        found -> new ProjectId(uuid(found, "project_id")),
                        "SELECT project_id FROM bill WHERE id = ? AND state <> 'IMPORTING'",
                        bill.value())
                .orElseThrow(NotFound::new);
    }

    Optional<BillHead> find(BillId bill) {
        return find(BillRepository::head, HEAD + " WHERE id = ?", bill.value());
    }

    /** Newest first. */
    List<BillHead> of(ProjectId project, BillState state) {
        return list(
                BillRepository::head,
                HEAD + " WHERE project_id = ? AND state = ? ORDER BY id DESC",
                project.value(),
                state);
    }

    BillHead.Sums sums(BillId bill) {
        return find(
                        BillRepository::sums,
                        "SELECT SUM(counted) AS total, SUM(rate_missing) AS missing FROM bill_row FORCE INDEX (row_sum)"
                                + " WHERE bill_id = ?",
                        bill.value())
                .orElse(BillHead.Sums.NONE);
    }

    Map<BillId, BillHead.Sums> sumsIn(ProjectId project) {
        Map<BillId, BillHead.Sums> sums = new HashMap<>();
        list(
                found -> sums.put(new BillId(uuid(found, "bill_id")), sums(found)),
                "SELECT r.bill_id, SUM(r.counted) AS total, SUM(r.rate_missing) AS missing FROM bill b"
                        + " JOIN bill_row r FORCE INDEX (row_sum) ON r.bill_id = b.id"
                        + " WHERE b.project_id = ? AND b.state <> 'IMPORTING' GROUP BY r.bill_id",
                project.value());
        return sums;
    }

    /** A repeat of the same insertion changes nothing. */
    void insert(BillHead head) {
        update(
                "INSERT INTO bill (id, project_id, organisation_id, title, state, source_name, row_count, item_count,"
                        + " errors, warnings, infos, declared_total, rounding_difference, layout, imported_at,"
                        + " imported_by, imported_by_name, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, NULL, 0, NULL, ?, ?, ?, 0)"
                        + " ON DUPLICATE KEY UPDATE id = id",
                head.id().value(),
                head.project().value(),
                head.organisation().value(),
                head.title(),
                head.state(),
                head.sourceName(),
                head.importedAt(),
                head.importedBy().value(),
                head.importedByName());
    }

    void complete(BillId bill, BillState state, ImportReport report) {
        update(
                "UPDATE bill SET state = ?, row_count = ?, item_count = ?, errors = ?, warnings = ?, infos = ?,"
                        + " declared_total = ?, rounding_difference = ?, layout = ?, version = version + 1"
                        + " WHERE id = ? AND state = 'IMPORTING'",
                state,
                report.rows(),
                report.items(),
                report.errors(),
                report.warnings(),
                report.infos(),
                report.declaredTotal().map(amount -> amount.value()).orElse(null),
                report.roundingDifference(),
                report.layout(),
                bill.value());
    }

    /** Whether this call was the one that moved it. */
    boolean open(BillId bill) {
        return update(
                        "UPDATE bill SET state = 'OPEN', version = version + 1 WHERE id = ? AND state = 'DRAFT'",
                        bill.value())
                == 1;
    }

    /** Hides a draft from everybody before its rows go; false when it is a draft no more. */
    boolean hide(BillId bill) {
        return update(
                        "UPDATE bill SET state = 'IMPORTING', version = version + 1 WHERE id = ? AND state = 'DRAFT'",
                        bill.value())
                == 1;
    }

    void delete(BillId bill) {
        update("DELETE FROM bill WHERE id = ? AND state = 'IMPORTING'", bill.value());
    }

    /** Imports that died on the way, and were begun before a time. */
    List<BillId> abandoned(ProjectId project, Instant before) {
        return list(
                found -> new BillId(uuid(found, "id")),
                "SELECT id FROM bill WHERE project_id = ? AND state = 'IMPORTING' AND imported_at < ? LIMIT 5",
                project.value(),
                before);
    }

    private static BillHead head(ResultSet found) throws SQLException {
        return new BillHead(
                new BillId(uuid(found, "id")),
                new ProjectId(uuid(found, "project_id")),
                new OrganisationId(uuid(found, "organisation_id")),
                found.getString("title"),
                BillState.valueOf(found.getString("state")),
                found.getString("source_name"),
                found.getInt("row_count"),
                found.getInt("item_count"),
                Columns.amount(found, "declared_total"),
                instant(found, "imported_at"),
                new PersonId(uuid(found, "imported_by")),
                found.getString("imported_by_name"),
                found.getLong("version"));
    }

    private static BillHead.Sums sums(ResultSet found) throws SQLException {
        return found.getBigDecimal("total") == null
                ? BillHead.Sums.NONE
                : new BillHead.Sums(Columns.amount(found, "total"), found.getInt("missing"));
    }
}
