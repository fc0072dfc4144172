package se.fixpunkt.alarms.receiver.sockets;

import java.time.Duration;

/**
 * What one listener puts up with.
 *
 * @param connections at most this many in all
 * @param connectionsPerSource at most this many from one address; devices behind one translator share it
 * @param beginning how long a connection may take to show that it speaks the protocol, or to end what it began
 * @param idle how long a connection that has shown it may be silent
 */
public record Limits(int connections, int connectionsPerSource, Duration beginning, Duration idle) {
    public static final Limits USUAL = new Limits(12_000, 2_000, Duration.ofSeconds(30), Duration.ofHours(1));

    /** Bytes that may wait for a device that does not read its answers. */
    static final int UNSENT = 256 * 1024;
}
