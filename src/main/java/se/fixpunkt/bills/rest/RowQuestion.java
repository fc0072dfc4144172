package se.fixpunkt.bills.rest;

import jakarta.ws.rs.QueryParam;
import se.fixpunkt.bills.RowFilter;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Page;

/** What is asked for in a list of rows: {@code after} walks, {@code offset} jumps. */
public class RowQuestion {
    @QueryParam("code")
    private String code;

    @QueryParam("within")
    private String within;

    @QueryParam("text")
    private String text;

    @QueryParam("find")
    private String find;

    @QueryParam("missingRate")
    private boolean missingRate;

    @QueryParam("after")
    private String after;

    @QueryParam("offset")
    private Integer offset;

    @QueryParam("limit")
    private Integer limit;

    RowFilter filter() {
        return new RowFilter(code, within, text, find, missingRate);
    }

    boolean jumps() {
        if (offset != null && offset < 0) {
            throw new InvalidValue("offset", "negative");
        }
        return offset != null;
    }

    int offset() {
        return offset;
    }

    String after() {
        return after;
    }

    int limit() {
        return Page.limit(limit);
    }
}
