package se.fixpunkt.alarms;

/**
 * One of this node's ways in for devices.
 *
 * @param port 0 when it is off
 * @param securePort for TLS; 0 when that is off
 * @param listening false when it is off, and once the node has begun to stop
 * @param signals messages that were stored, repeats included, in the last minute
 * @param refused messages that were refused or could not be stored in the last minute
 */
public record ReceiverState(
        Protocol protocol, int port, int securePort, boolean listening, long signals, long refused) {}
