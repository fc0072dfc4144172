package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * One commit that receipts waited for.
 *
 * @param at when it was through, which is when the receipts could leave
 * @param messages how many shared it
 */
record IntakeCommit(UUID id, Instant at, int messages) {}
