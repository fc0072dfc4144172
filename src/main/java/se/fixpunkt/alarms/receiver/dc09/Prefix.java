package se.fixpunkt.alarms.receiver.dc09;

/**
 * The checksum and length that stand before the first quote of a frame.
 *
 * @param quote where the quote is
 * @param crc as sent
 * @param hexLength the length field read as hexadecimal, which is the rule
 * @param decimalLength the same field read as decimal, which some devices mean; -1 when it cannot be
 */
record Prefix(int quote, int crc, int hexLength, int decimalLength) {
    private static final int ASCII_CRC = 4;
    private static final int RAW_CRC = 2;
    private static final int LENGTH = 4;

    /** The longest prefix, quote included: this many bytes are enough to tell what it is. */
    static final int LONGEST = ASCII_CRC + LENGTH + 1;

    /**
     * The prefix that begins at a position: the checksum is four hexadecimal digits, or two raw bytes (Lupusec).
     *
     * @return null when none begins there
     */
    static Prefix at(byte[] bytes, int from, int to) {
        if (allHex(bytes, from, from + ASCII_CRC, to)) {
            Prefix ascii = of(bytes, from + ASCII_CRC, to, number(bytes, from, ASCII_CRC, 16));
            if (ascii != null) {
                return ascii;
            }
        }
        if (from + RAW_CRC <= to) {
            return of(bytes, from + RAW_CRC, to, ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff));
        }
        return null;
    }

    /** Whether the length field tells the length of what follows, in either reading. */
    boolean tells(int length) {
        return hexLength == length || decimalLength == length;
    }

    /**
     * Where the frame ends by its own account: as far on as its length says, in either reading, when the checksum of so much
     * is right. Not every device ends its frames with a carriage return; one that is counted in (Eldes) makes no frame.
     *
     * @return the position after the last byte; -1 when no length is right, or not all of it is there
     */
    int end(byte[] bytes, int to) {
        for (int length : new int[] {hexLength, decimalLength}) {
            int end = quote + length;
            if (length > 0 && end <= to && bytes[end - 1] != '\r' && Crc16.of(bytes, quote, end) == crc) {
                return end;
            }
        }
        return -1;
    }

    private static Prefix of(byte[] bytes, int length, int to, int crc) {
        int quote = length + LENGTH;
        if (quote >= to || bytes[quote] != '"' || !allHex(bytes, length, quote, to)) {
            return null;
        }
        return new Prefix(quote, crc, number(bytes, length, LENGTH, 16), decimal(bytes, length));
    }

    private static int decimal(byte[] bytes, int from) {
        for (int i = from; i < from + LENGTH; i++) {
            if (bytes[i] > '9') {
                return -1;
            }
        }
        return number(bytes, from, LENGTH, 10);
    }

    private static int number(byte[] bytes, int from, int digits, int radix) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * radix + Character.digit(bytes[i], 16);
        }
        return value;
    }

    private static boolean allHex(byte[] bytes, int from, int until, int to) {
        if (until > to) {
            return false;
        }
        for (int i = from; i < until; i++) {
            if (Character.digit(bytes[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
