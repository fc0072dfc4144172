package se.fixpunkt.bills;

import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.shared.Amount;

/**
 * A row where it stands in its bill.
 *
 * @param position from 1, without gaps
 * @param total for a heading the sum of what counts below it, otherwise null
 * @param version for {@code If-Match}
 */
public record Row(BillRowId id, int position, BillRow content, Amount total, long version) {

    /** The row under the contract's names, without what it does not have. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id.toString());
        facts.put("position", position);
        facts.put("kind", content.kind().contractName());
        put(facts, "code", content.code());
        put(facts, "text", content.text());
        put(facts, "unit", content.unit());
        put(facts, "quantity", content.quantity());
        put(facts, "unitRate", content.rate());
        put(facts, "amount", content.amount());
        facts.put("version", version);
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
