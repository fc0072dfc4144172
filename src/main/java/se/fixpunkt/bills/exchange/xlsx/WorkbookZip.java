package se.fixpunkt.bills.exchange.xlsx;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import se.fixpunkt.bills.domain.UnreadableFile;
import se.fixpunkt.bills.domain.UnreadableFile.Reason;

/** The parts of a workbook's ZIP file, each unpacked under a limit that counts what comes out, whatever the file claims. */
final class WorkbookZip implements Closeable {
    /** The most that a sheet may unpack to. */
    static final long SHEET = 768L << 20;
    /** The most that the shared strings may unpack to. */
    static final long STRINGS = 192L << 20;
    /** The most that any other part may unpack to. */
    static final long PART = 32L << 20;

    private static final int MAX_ENTRIES = 5_000;
    /** Tables pack to a fifth up to a sixtieth; the packing itself cannot do better than 1 to 1032. */
    private static final long MAX_RATIO = 250;

    private static final long RATIO_COUNTS_FROM = 16L << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private WorkbookZip(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    static WorkbookZip open(Path file) throws IOException {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            if (zip.size() > MAX_ENTRIES) {
                zip.close();
                throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
            }
            return new WorkbookZip(zip);
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** The unpacked part; what it throws while being read says what is wrong with the file. */
    InputStream read(String part, long limit) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        try {
            InputStream in = zip.getInputStream(entry);
            if (in == null) {
                throw new UnreadableFile(Reason.DAMAGED);
            }
            return new Limited(in, limit, Math.max(1, entry.getCompressedSize()));
        } catch (ZipException e) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String key(String name) {
        String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    /** Counts what is unpacked and stops a bomb; a broken packing is a damaged file. */
    private static final class Limited extends FilterInputStream {
        private final long limit;
        private final long packed;
        private long count;

        Limited(InputStream in, long limit, long packed) {
            super(in);
            this.limit = limit;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(bytes, offset, length);
            } catch (ZipException | java.io.EOFException e) {
                throw new UnreadableFile(Reason.DAMAGED);
            }
            count += Math.max(read, 0);
            if (count > limit || (count > RATIO_COUNTS_FROM && count / packed > MAX_RATIO)) {
                throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
            }
            return read;
        }
    }
}
