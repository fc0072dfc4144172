package se.fixpunkt.bills.internal;

import java.math.BigDecimal;
import java.util.function.Consumer;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.shared.Amount;
import se.fixpunkt.shared.Quantity;
import se.fixpunkt.shared.UnitRate;

/** Bills of any size with nested headings, as large ones look. */
final class SampleBill {
    private static final String[] CHAPTERS = {"B", "C", "D", "E", "P"};
    private static final int ITEMS_PER_CODE = 18;

    private SampleBill() {}

    /** Rows in order: a chapter's heading, its sections' headings, and items under each; about so many in all. */
    static int rows(int about, Consumer<BillRow> sink) {
        int perChapter = about / CHAPTERS.length;
        int made = 0;
        for (String chapter : CHAPTERS) {
            sink.accept(BillRow.heading(0, new Code(chapter), "Kapitel " + chapter));
            int inChapter = 1;
            for (int section = 0; inChapter < perChapter; section++) {
                String code = chapter + letter(section / 26 % 26) + letter(section % 26) + "." + (section / 676 + 1);
                inChapter += section(code, perChapter - inChapter, sink);
            }
            made += inChapter;
        }
        return made;
    }

    private static int section(String code, int most, Consumer<BillRow> sink) {
        sink.accept(BillRow.heading(1, new Code(code), "Avsnitt " + code));
        int items = Math.min(ITEMS_PER_CODE, most - 1);
        for (int i = 0; i < items; i++) {
            sink.accept(item(code, i));
        }
        return items + 1;
    }

    private static BillRow item(String code, int i) {
        Code own = new Code(code + (i % 9 + 1));
        String text = "Schakt för väg och ledning, kategori " + i + ", i berg med spricka under grundvattenytan";
        if (i == 16) {
            return BillRow.lumpSum(2, own, text, new Amount(new BigDecimal("1500.50")));
        }
        UnitRate rate = i == 17 ? null : new UnitRate(new BigDecimal("118.00"));
        return BillRow.item(2, own, text, "m3", new Quantity(new BigDecimal("3717.5")), rate);
    }

    private static char letter(int number) {
        return (char) ('A' + number);
    }
}
