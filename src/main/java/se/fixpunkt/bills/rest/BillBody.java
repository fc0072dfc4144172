package se.fixpunkt.bills.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.bills.Bill;
import se.fixpunkt.bills.ImportFacts;
import se.fixpunkt.bills.domain.ImportReport;

/** Bills and import reports under the contract's names. */
final class BillBody {
    private BillBody() {}

    static Map<String, Object> of(Bill bill) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", bill.id().toString());
        body.put("project", bill.project().toString());
        body.put("title", bill.title());
        body.put("revision", null);
        body.put("state", bill.state().contractName());
        body.put("rows", bill.rows());
        body.put("items", bill.items());
        body.put("missingRates", bill.missingRates());
        body.put("total", bill.total().toString());
        body.put("declaredTotal", bill.declaredTotal().map(Object::toString).orElse(null));
        body.put("file", bill.sourceName());
        body.put("importedAt", bill.importedAt().toString());
        body.put("importedBy", bill.importedBy());
        body.put("version", bill.version());
        return body;
    }

    static Map<String, Object> of(ImportReport report) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rows", report.rows());
        body.put("items", report.items());
        body.put("problems", report.problems().stream().map(ImportFacts::of).toList());
        body.put("problemCount", report.problemCount());
        body.put("errors", report.errors());
        body.put("warnings", report.warnings());
        body.put("declaredTotal", report.declaredTotal().map(Object::toString).orElse(null));
        body.put("total", report.total().toString());
        body.put("roundingDifference", report.roundingDifference().toPlainString());
        return body;
    }
}
