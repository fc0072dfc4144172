package se.fixpunkt.bills.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What a row of a bill is; decides which of its fields may be filled and whether its amount counts. */
public enum RowKind {
    /** A code or chapter with a text and no numbers. */
    HEADING("heading"),
    /** Work with unit, quantity and rate: {@code amount = round(quantity × rate)}. */
    ITEM("item"),
    /** Prose that belongs to the heading or item above it. */
    REMARK("remark"),
    /** Three dashes: only an amount, no quantity and no rate. */
    LUMP_SUM("lumpSum"),
    /** Four dashes: the cost is included in another item. */
    INCLUDED_ELSEWHERE("includedElsewhere"),
    /** Regleringspris: the quantity is 0, only the rate is asked for. */
    RATE_ONLY("rateOnly"),
    OPTION("option"),
    ALTERNATIVE("alternative"),
    PROVISIONAL("provisional");

    private final String contractName;

    RowKind(String contractName) {
        this.contractName = contractName;
    }

    /** The name in the outer contract, e.g. {@code lumpSum}. */
    public String contractName() {
        return contractName;
    }

    /** Whether the amount is part of totals: items and lump sums only. */
    public boolean counts() {
        return this == ITEM || this == LUMP_SUM;
    }

    /** Whether the amount is the product of quantity and rate. */
    public boolean measured() {
        return this == ITEM || this == OPTION || this == ALTERNATIVE || this == PROVISIONAL;
    }

    /** Whether the row is work to be priced or paid, as opposed to a heading or prose. */
    public boolean work() {
        return this != HEADING && this != REMARK;
    }

    public static Optional<RowKind> named(String contractName) {
        return Stream.of(values())
                .filter(kind -> kind.contractName.equals(contractName))
                .findFirst();
    }
}
