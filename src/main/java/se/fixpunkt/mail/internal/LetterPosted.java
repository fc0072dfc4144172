package se.fixpunkt.mail.internal;

import java.util.UUID;

/** A letter was put in the queue. For this node only: a nudge, nothing depends on it. */
record LetterPosted(UUID letter) {}
