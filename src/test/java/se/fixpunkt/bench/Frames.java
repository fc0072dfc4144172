package se.fixpunkt.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** DC-09 frames, each with its number in the event's text; none of the receiver's code. */
final class Frames {
    static final String KEY = "0123456789ABCDEF";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss,MM-dd-yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int[] TABLE = table();

    private Frames() {}

    /** An alarm in clear. */
    static byte[] alarm(String account, int number) {
        return frame("\"SIA-DCS\"" + sequence(number) + "L0#" + account + "[#" + account + "|Nri1/QA0001^load " + number
                + "^]");
    }

    /** An alarm, encrypted under {@link #KEY}. */
    static byte[] encrypted(String account, int number) {
        String inner =
                "|#" + account + "|Nri1/QA0001^load " + number + "^]_" + TIME.format(Instant.ofEpochMilli(now()));
        String padded = "0123456789abcdef".substring(0, 16 - inner.length() % 16) + inner;
        return frame("\"*SIA-DCS\"" + sequence(number) + "L0#" + account + "[" + cipher(padded));
    }

    /** A link test. */
    static byte[] heartbeat(String account, int number) {
        return frame("\"NULL\"" + sequence(number) + "L0#" + account + "[]");
    }

    private static long now() {
        return java.time.Clock.systemUTC().millis();
    }

    /** What the answer to a frame is known by. */
    static String key(String account, int number) {
        return sequence(number) + account;
    }

    private static String sequence(int number) {
        return String.valueOf(10_000 + number % 9999 + 1).substring(1);
    }

    private static String cipher(String text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "AES"),
                    new IvParameterSpec(new byte[16]));
            return HexFormat.of().withUpperCase().formatHex(cipher.doFinal(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] frame(String body) {
        byte[] frame = ("\n00000000" + body + "\r").getBytes(StandardCharsets.ISO_8859_1);
        int crc = 0;
        for (int i = 9; i < frame.length - 1; i++) {
            crc = (crc >>> 8) ^ TABLE[(crc ^ frame[i]) & 0xff];
        }
        hex(frame, 1, crc);
        hex(frame, 5, body.length());
        return frame;
    }

    private static void hex(byte[] frame, int at, int value) {
        for (int i = 0; i < 4; i++) {
            frame[at + i] = (byte) HEX[(value >>> (12 - 4 * i)) & 0xf];
        }
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
            }
            table[i] = crc;
        }
        return table;
    }
}
