package se.fixpunkt.architecture.violators.archive.internal;

/** Says nothing. */
class PaperHelper {}
