package se.fixpunkt.bills.exchange.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.shared.Amount;

/** The total that the document states of itself: in its header block, otherwise in its last row that claims to be the total. */
final class DeclaredTotal {
    private final List<Place> inHeaders = new ArrayList<>();
    private final List<Place> inSums = new ArrayList<>();

    void inHeader(Place place) {
        inHeaders.add(place);
    }

    void inSum(Place place) {
        inSums.add(place);
    }

    /** Where it is stated; null when it is nowhere. Several sheets may state their own totals, or all the same one. */
    Place place(Amount ours) {
        List<Place> stated = inHeaders.isEmpty() ? inSums : inHeaders;
        if (stated.isEmpty()) {
            return null;
        }
        Place last = stated.get(stated.size() - 1);
        BigDecimal sum = stated.stream().map(place -> place.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean addsUp = sum.compareTo(ours.value()) == 0;
        return addsUp && stated.size() > 1 ? new Place(last.sheet(), last.row(), last.column(), ours) : last;
    }

    record Place(String sheet, int row, int column, Amount amount) {}
}
