package se.fixpunkt.bills.rest;

import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.domain.BillRow;

/**
 * A row under the contract's names.
 *
 * @param total for a heading, the sum below it
 */
public record RowBody(
        String id,
        int position,
        int depth,
        String kind,
        String code,
        String text,
        String unit,
        String quantity,
        String unitRate,
        String amount,
        String total,
        long version) {

    static RowBody of(Row row) {
        BillRow content = row.content();
        return new RowBody(
                row.id().toString(),
                row.position(),
                content.depth(),
                content.kind().contractName(),
                text(content.code()),
                content.text(),
                content.unit(),
                text(content.quantity()),
                text(content.rate()),
                text(content.amount()),
                text(row.total()),
                row.version());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
