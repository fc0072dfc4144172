package se.fixpunkt.alarms.receiver.dc09;

import java.time.Instant;
import java.util.HexFormat;
import se.fixpunkt.alarms.domain.Bytes;

/** Our answers, to the letter of the standard. */
final class FrameWriter {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FrameWriter() {}

    /** Stored. Encrypted, with the time, when the frame was. */
    static Bytes acknowledgement(Frame to, FrameCipher key, Instant now) {
        if (!to.encrypted()) {
            return frame("\"ACK\"" + mirrored(to) + "[]");
        }
        return frame("\"*ACK\"" + mirrored(to) + "[" + key.encrypt("]" + Timestamp.write(now)));
    }

    /** The frame is right but nothing can be done with it; sending it again will not help. */
    static Bytes unable(Frame to) {
        return frame("\"DUH\"" + mirrored(to) + "[]");
    }

    /** Your clock is wrong: here is the time, set it and send again. Never encrypted, mirrors nothing. */
    static Bytes wrongTime(Instant now) {
        return frame("\"NAK\"0000R0L0A0[]" + Timestamp.write(now));
    }

    static Bytes frame(String body) {
        return Bytes.latin1(
                "\n" + HEX.toHexDigits((short) Crc16.of(body)) + HEX.toHexDigits((short) body.length()) + body + "\r");
    }

    private static String mirrored(Frame to) {
        String receiver = to.receiver() == null ? "" : "R" + (to.receiver().isEmpty() ? "0" : to.receiver());
        String line = to.line() == null || to.line().isEmpty() ? "0" : to.line();
        String account = to.account() == null ? "" : "#" + to.account();
        return to.sequence() + receiver + "L" + line + account;
    }
}
