package se.fixpunkt.bills;

import se.fixpunkt.shared.Amount;

/**
 * A code and everything below it.
 *
 * @param text the code's heading in this bill; empty when it has none
 * @param rows how many rows carry it or a code below it
 * @param total the sum of what counts among them
 * @param children whether the bill has codes below it
 */
public record CodeCount(String code, String text, int rows, Amount total, boolean children) {}
