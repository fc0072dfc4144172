package se.fixpunkt.alarms.receiver.dc09;

/**
 * A frame whose checksum and length were right, taken apart but not understood.
 *
 * @param id what it is, without the star of encryption: {@code SIA-DCS}, {@code ADM-CID}, {@code NULL}, …
 * @param sequence four digits; 0000 from devices that do not count
 * @param receiver the digits after {@code R}; null when there was no {@code R}
 * @param line the digits after {@code L}; empty or null from careless devices
 * @param account as sent, without {@code #}; null when the frame had none outside
 * @param content everything after the first {@code [}, one character per byte
 */
record Frame(
        String id, boolean encrypted, String sequence, String receiver, String line, String account, String content) {
    boolean isLinkTest() {
        return "NULL".equals(id);
    }

    /** An answer of the kind that we give; it must never be answered. */
    boolean isAnswer() {
        return switch (id) {
            case "ACK", "NAK", "DUH", "RSP" -> true;
            default -> false;
        };
    }
}
