package se.fixpunkt.alarms.receiver.dc09;

import se.fixpunkt.alarms.domain.Bytes;

/**
 * What was cut out of the stream.
 *
 * @param frame whether it has the outer shape of a frame; what is inside it has not been looked at
 */
record Piece(boolean frame, Bytes bytes) {}
