package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.shared.Amount;

/** The sums as they stand after each row, to compare with those that the document states. */
final class Totals {
    private static final int MAX_CODES = 50_000;

    private Amount total = Amount.ZERO;
    private Amount sheet = Amount.ZERO;
    private Amount sinceSum = Amount.ZERO;
    private BigDecimal exact = BigDecimal.ZERO;
    private Code latest;
    private final Map<String, Amount> byCode = new HashMap<>();

    void sheet() {
        sheet = Amount.ZERO;
        sinceSum = Amount.ZERO;
        latest = null;
        byCode.clear();
    }

    void add(BillRow row) {
        if (row.code() != null) {
            latest = row.code();
        }
        if (!row.kind().counts() || row.amount() == null) {
            return;
        }
        Amount amount = row.amount();
        total = total.plus(amount);
        sheet = sheet.plus(amount);
        sinceSum = sinceSum.plus(amount);
        exact = exact.add(
                row.quantity() == null || row.rate() == null
                        ? amount.value()
                        : row.quantity().value().multiply(row.rate().value()));
        if (row.code() != null && byCode.size() < MAX_CODES) {
            withParents(row.code()).forEach(code -> byCode.merge(code.value(), amount, Amount::plus));
        }
    }

    /** Ends a stretch: the next sum may count from here. */
    void sumPassed() {
        sinceSum = Amount.ZERO;
    }

    Amount of(Code code) {
        return byCode.getOrDefault(code.value(), Amount.ZERO);
    }

    /** Whether some sum that could be meant at this point agrees. */
    boolean agreesWith(Amount stated, SumRow sum) {
        if (sum.grand()) {
            return stated.equals(total) || stated.equals(sheet);
        }
        Stream<Amount> plain = Stream.of(total, sheet, sinceSum);
        Stream<Amount> named = Stream.concat(
                        Optional.ofNullable(sum.code()).stream(), Optional.ofNullable(latest).stream())
                .flatMap(Totals::withParents)
                .map(this::of);
        return Stream.concat(plain, named).anyMatch(stated::equals);
    }

    /** The sum that was most likely meant. */
    Amount meant(SumRow sum) {
        if (sum.code() != null) {
            return of(sum.code());
        }
        return sum.grand() || latest == null ? total : of(latest.main());
    }

    Amount total() {
        return total;
    }

    BigDecimal exact() {
        return exact;
    }

    private static Stream<Code> withParents(Code code) {
        return Stream.concat(code.parents().stream(), Stream.of(code));
    }
}
