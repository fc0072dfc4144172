package se.fixpunkt.bills.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.domain.UnreadableFile.Reason;

/** What a file is, told by its first bytes. */
enum FileKind {
    ZIP,
    TEXT;

    private static final int HEAD = 8_192;
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

    /** @throws UnreadableFile for a kind that can't be imported */
    static FileKind of(Path file) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new UnreadableFile(Reason.EMPTY);
        }
        if (startsWith(head, COMPOUND)) {
            throw new UnreadableFile(isEncrypted(file) ? Reason.ENCRYPTED : Reason.OLD_EXCEL);
        }
        if (startsWith(head, new byte[] {'P', 'K'}) && head.length > 3 && head[2] < 9) {
            return ZIP;
        }
        refuseOtherDocuments(new String(head, StandardCharsets.ISO_8859_1));
        return TEXT;
    }

    private static void refuseOtherDocuments(String head) {
        String start = head.replaceFirst("^(ï»¿)?\\s*", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf")) {
            throw new UnreadableFile(Reason.PDF);
        }
        if (start.startsWith("<")) {
            boolean html = start.contains("<html") || start.contains("<table") || start.startsWith("<!doctype html");
            throw new UnreadableFile(html ? Reason.HTML : Reason.XML);
        }
        boolean wide = head.startsWith("ÿþ") || head.startsWith("þÿ") || isWide(head);
        boolean binary = head.chars().anyMatch(c -> c < ' ' && "\t\n\r\f\u001A".indexOf(c) < 0);
        if (binary && !wide) {
            throw new UnreadableFile(Reason.UNKNOWN_FORMAT);
        }
    }

    /** Two bytes to a character without saying so: every second byte of Western text is then zero. */
    private static boolean isWide(String head) {
        long zeros = head.chars().filter(c -> c == 0).count();
        long others = head.chars()
                .filter(c -> c > 0 && c < ' ' && "\t\n\r".indexOf(c) < 0)
                .count();
        return others == 0 && zeros * 5 > head.length() * 2L;
    }

    private static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[1 << 16];
            String tail = "";
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                String text = tail + new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
                if (text.contains(ENCRYPTED)) {
                    return true;
                }
                tail = text.substring(Math.max(0, text.length() - ENCRYPTED.length()));
            }
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
