package se.fixpunkt.architecture.violators.archive.internal;

/** Would commit the transaction it flies out of. */
@SuppressWarnings("serial")
class CheckedException extends Exception {}
