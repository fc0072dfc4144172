package se.fixpunkt.architecture.violators.desk.internal;

import se.fixpunkt.architecture.violators.archive.domain.Paper;

/** Knows more of the archive than its front door. */
record MeetsBehindTheRoot(Paper paper) {}
