package se.fixpunkt.architecture.violators.archive.internal;

/** A sum that is nearly right. */
record FloatingMoney(double amount) {}
