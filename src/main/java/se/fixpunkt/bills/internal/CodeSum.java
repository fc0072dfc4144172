package se.fixpunkt.bills.internal;

import se.fixpunkt.bills.domain.Code;
import se.fixpunkt.shared.Amount;

/** How many rows carry a code themselves, and what they add up to. */
record CodeSum(Code code, int rows, Amount total) {}
