package se.fixpunkt.bills.exchange.table;

import java.util.regex.Pattern;
import se.fixpunkt.bills.domain.BillRow;
import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.bills.domain.RowKind;

/** The code that the rows below inherit, and how deep they lie. */
final class CodeTrail {
    private static final Pattern CONTINUED =
            Pattern.compile("(?iu).*\\(?\\bforts(\\.|ättning)?\\)?\\.?\\s*$", Pattern.DOTALL);

    private Code code;
    private int depth = -1;
    private boolean heading;
    private String headingText = "";

    void clear() {
        code = null;
        depth = -1;
        heading = false;
        headingText = "";
    }

    /** Its own code, or the one it inherits; null when there is none. */
    Code codeOf(Code own) {
        return own != null ? own : code;
    }

    int depthOf(Code own, RowKind kind) {
        if (own == null) {
            return Math.min(depth + 1, BillRow.MAX_DEPTH);
        }
        boolean below = heading && kind != RowKind.HEADING && own.equals(code);
        return own.depth() + (below ? 1 : 0);
    }

    /** Whether the heading only says again, on a new page, what already holds. */
    boolean isRepeated(Code own, String text) {
        return heading
                && own.equals(code)
                && (text.equalsIgnoreCase(headingText)
                        || CONTINUED.matcher(text).matches());
    }

    void passed(BillRow row, boolean ownCode) {
        if (row.kind() == RowKind.HEADING) {
            code = row.code();
            depth = row.depth();
            heading = true;
            headingText = row.text();
        } else if (ownCode && !(heading && row.code().equals(code))) {
            code = row.code();
            depth = row.depth();
            heading = false;
        }
    }
}
