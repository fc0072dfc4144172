package se.fixpunkt.alarms;

/**
 * One of this node's ways in for devices.
 *
 * @param port 0 when it is off
 * @param listening false when it is off, and once the node has begun to stop
 * @param signals messages that were stored, repeats included, in the last minute
 * @param refused messages that were refused or could not be stored in the last minute
 */
public record ReceiverState(Protocol protocol, int port, boolean listening, long signals, long refused) {}
