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
    private BigDecimal sheet = BigDecimal.ZERO;
    private BigDecimal sinceSum = BigDecimal.ZERO;
    private BigDecimal exact = BigDecimal.ZERO;
    private Code latest;
    private final Map<String, BigDecimal> byCode = new HashMap<>();

    void sheet() {
        sheet = BigDecimal.ZERO;
        sinceSum = BigDecimal.ZERO;
        latest = null;
        byCode.clear();
    }

    /** @throws ArithmeticException when the total would be more than money can be; nothing is then added */
    void add(BillRow row) {
        if (row.code() != null) {
            latest = row.code();
        }
        if (!row.kind().counts() || row.amount() == null) {
            return;
        }
        total = total.plus(row.amount());
        BigDecimal amount = row.amount().value();
        sheet = sheet.add(amount);
        sinceSum = sinceSum.add(amount);
        exact = exact.add(
                row.quantity() == null || row.rate() == null
                        ? amount
                        : row.quantity().value().multiply(row.rate().value()));
        if (row.code() != null && byCode.size() < MAX_CODES) {
            withParents(row.code()).forEach(code -> byCode.merge(code.value(), amount, BigDecimal::add));
        }
    }

    /** Ends a stretch: the next sum may count from here. */
    void sumPassed() {
        sinceSum = BigDecimal.ZERO;
    }

    BigDecimal of(Code code) {
        return byCode.getOrDefault(code.value(), Amount.ZERO.value());
    }

    /** Whether some sum that could be meant at this point agrees. */
    boolean agreesWith(Amount stated, SumRow sum) {
        Stream<BigDecimal> whole = Stream.of(total.value(), sheet);
        Stream<BigDecimal> parts = Stream.concat(
                Stream.of(sinceSum),
                Stream.concat(Optional.ofNullable(sum.code()).stream(), Optional.ofNullable(latest).stream())
                        .flatMap(Totals::withParents)
                        .map(this::of));
        return Stream.concat(whole, sum.grand() ? Stream.empty() : parts)
                .anyMatch(ours -> ours.compareTo(stated.value()) == 0);
    }

    /** The sum that was most likely meant. */
    BigDecimal meant(SumRow sum) {
        if (sum.code() != null) {
            return of(sum.code());
        }
        return sum.grand() || latest == null ? total.value() : of(latest.main());
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
