package se.fixpunkt.alarms.receiver.dc09;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** CRC-16/ARC as DC-09 wants it: reflected polynomial 0xA001, start 0, no final turn. {@code 123456789} gives BB3D. */
final class Crc16 {
    private static final int POLYNOMIAL = 0xA001;

    private static final int[] TABLE =
            IntStream.range(0, 256).map(Crc16::shifted).toArray();

    private Crc16() {}

    private static int shifted(int value) {
        int crc = value;
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
        }
        return crc;
    }

    /** The checksum of {@code [from, to)}. */
    static int of(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[i]) & 0xff];
        }
        return crc;
    }

    static int of(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return of(bytes, 0, bytes.length);
    }
}
