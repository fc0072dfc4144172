package se.fixpunkt.alarms.receiver.sockets;

/** What a protocol does with one connection. Called on the reactor's thread only; must never block. */
public interface Session {

    /** @param bytes the reactor's own buffer, valid during the call only */
    void received(byte[] bytes, int length);

    /** The other end is gone or was sent away; what was being received is all there will be. */
    void closed();

    /** Whether something has begun and not ended; it then gets a shorter time to do so. */
    boolean unfinished();

    /** Whether something received still waits for its answer; a device that closed its half then gets it before the end. */
    boolean awaitingAnswers();

    /** Whether it has spoken the protocol at all; it then may be silent for long. */
    boolean trusted();
}
