package se.fixpunkt.bills.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.fixpunkt.bills.BillRowId;
import se.fixpunkt.bills.Row;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.RowSink;

/** Gathers rows on their way from the file to the store, and numbers them. */
final class RowBuffer implements RowSink {
    /** Large enough to be quick, small enough not to stall other writers of a cluster. */
    static final int BATCH = 2000;

    private final Consumer<List<Row>> store;
    private List<Row> gathered = new ArrayList<>(BATCH);
    private int position;

    RowBuffer(Consumer<List<Row>> store) {
        this.store = store;
    }

    @Override
    public void accept(BillRow row, String sheet, int sourceRow) {
        position++;
        gathered.add(new Row(BillRowId.next(), position, row, null, 0));
        if (gathered.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (!gathered.isEmpty()) {
            store.accept(gathered);
            gathered = new ArrayList<>(BATCH);
        }
    }
}
