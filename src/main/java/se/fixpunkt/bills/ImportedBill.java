package se.fixpunkt.bills;

import se.fixpunkt.bills.domain.ImportReport;

/** A bill that came out of a file, and what there was to say about the file. */
public record ImportedBill(Bill bill, ImportReport report) {}
