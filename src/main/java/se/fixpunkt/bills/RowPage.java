package se.fixpunkt.bills;

import se.fixpunkt.shared.Page;

/**
 * Some of the rows that were asked for, in order.
 *
 * @param total how many rows the filter lets through in all
 */
public record RowPage(Page<Row> page, int total) {}
