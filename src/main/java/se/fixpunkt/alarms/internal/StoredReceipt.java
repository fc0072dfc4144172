package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.util.UUID;
import se.fixpunkt.alarms.domain.Bytes;

/** What an earlier signal was answered. */
record StoredReceipt(UUID signal, Instant receivedAt, Bytes receipt) {}
