package se.fixpunkt.operations;

/** What waits: letters, letters that nobody took, and messages of devices on all running nodes. */
public record Queues(long mailWaiting, long mailFailed, long intakeWaiting) {}
