package se.fixpunkt.alarms.internal;

import java.util.List;
import java.util.UUID;

/**
 * A batch is in its transaction.
 *
 * @param commit what its rows call the commit; null when no receipt waits for it
 * @param earlier the commits that it has noted on the way
 */
record BatchWritten(UUID commit, int messages, List<IntakeCommit> earlier) {}
