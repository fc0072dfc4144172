package se.fixpunkt.alarms.domain;

/** What a signal is for. Only {@link #ALARM} becomes an operator's case. */
public enum SignalKind {
    ALARM,
    /** What was alarmed is over, was cancelled or was reset. */
    RESTORAL,
    HEARTBEAT,
    TEST,
    INFORMATION
}
