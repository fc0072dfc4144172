package se.fixpunkt.alarms.exchange.xlsx;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.DeviceColumn;
import se.fixpunkt.shared.InvalidValue.Fault;

/**
 * What a cell says in its column. Spreadsheets take identities and telephone numbers for numbers: what can be known is put
 * right here, what cannot is a fault.
 */
record DeviceCell(DeviceColumn column, Cell cell) {
    /** A Swedish mobile number without its zero. */
    private static final Pattern MOBILE = Pattern.compile("7[0-9]{8}");

    /** A Swedish number without its plus. With a digit less it may as well be one of Lund, 046, without its zero. */
    private static final Pattern WITH_COUNTRY = Pattern.compile("46[1-9][0-9]{7,8}");

    /**
     * Whole in a number's cell: with the zero that a format shows, and short numbers such as 112, 1177 and extensions. A Swedish
     * subscriber's number has at least seven digits after its zero (the numbering plan by E.164), and the zero is lost, if it
     * was not written without the area.
     */
    private static final Pattern DIALLED = Pattern.compile("0[0-9]+|[1-9][0-9]{1,5}");

    private static final Pattern DAYS = Pattern.compile("\\d{1,5}([.]\\d+)?");

    /** Between the first days of the two ways to count them. */
    private static final BigDecimal FROM_1900_TO_1904 = BigDecimal.valueOf(1_462);

    /** @param from1904 whether the workbook counts days from 1904 */
    String text(boolean from1904) {
        if (!cell.isNumber()) {
            return cell.text();
        }
        if (column.isPhone()) {
            return phone();
        }
        boolean days =
                from1904 && column.isMoment() && DAYS.matcher(cell.text()).matches();
        return days ? new BigDecimal(cell.text()).add(FROM_1900_TO_1904).toPlainString() : cell.text();
    }

    /** By the contract's name of the column, or by what is wrong with the cell where that has a name of its own. */
    Optional<Fault> fault() {
        return Optional.ofNullable(
                switch (cell.kind()) {
                    case FAILED -> new Fault("formula", "failed");
                    case WITHOUT_RESULT -> new Fault("formula", "without-result");
                    case COVERED -> new Fault("cells", "merged");
                    case DISGUISED -> column.isText() ? notText() : null;
                    case NUMBER -> column.isPhone() && !isPhone() ? notText() : null;
                    case TEXT -> null;
                });
    }

    private String phone() {
        String digits = cell.text();
        if (MOBILE.matcher(digits).matches()) {
            return "0" + digits;
        }
        return WITH_COUNTRY.matcher(digits).matches() ? "+" + digits : digits;
    }

    private boolean isPhone() {
        String digits = cell.text();
        return MOBILE.matcher(digits).matches()
                || WITH_COUNTRY.matcher(digits).matches()
                || DIALLED.matcher(digits).matches();
    }

    private Fault notText() {
        boolean named = column == DeviceColumn.IDENTITY || column == DeviceColumn.KEY;
        String elsewhere = column.isPhone() ? "contacts" : "cells";
        return new Fault(named ? column.wire() : elsewhere, "not-text");
    }
}
