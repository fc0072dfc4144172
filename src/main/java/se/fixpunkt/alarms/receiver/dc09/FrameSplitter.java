package se.fixpunkt.alarms.receiver.dc09;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Cuts a stream of bytes into frames, however the network cut it. A frame begins with a line feed and ends with a carriage
 * return, which a NUL may follow; both may be missing where length and checksum tell the end. What is no frame is given
 * out as garbage, never lost silently and never kept longer than a frame can be.
 */
final class FrameSplitter {
    /** The length field has three digits that count; the rest is prefix and room for the careless. */
    static final int LONGEST = 0xfff + 64;

    /** A line feed and a raw checksum, whose two bytes may look like filler. */
    private static final int RAW_START = 3;

    private byte[] buffer = new byte[256];
    private int size;

    /** Whether an unfinished frame, or unfinished garbage, is waiting for more. */
    boolean waiting() {
        for (int i = 0; i < size; i++) {
            if (!isFiller(buffer[i])) {
                return true;
            }
        }
        return false;
    }

    List<Piece> feed(byte[] bytes, int length) {
        if (size + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + length, buffer.length * 2));
        }
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
        return cut(false);
    }

    /** The last pieces, when nothing more will come: a datagram may have left out the carriage return. */
    List<Piece> finish() {
        return cut(true);
    }

    private List<Piece> cut(boolean last) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        while (start < size) {
            int next = next(start, last, pieces);
            if (next == start) {
                break;
            }
            start = next;
        }
        size -= start;
        System.arraycopy(buffer, start, buffer, 0, size);
        return pieces;
    }

    /** @return where the next piece begins; the same position when more bytes are needed */
    private int next(int start, boolean last, List<Piece> pieces) {
        int begin = start;
        while (begin < size && Prefix.at(buffer, begin, size) == null && isFiller(buffer[begin])) {
            begin++;
        }
        if (begin == size) {
            return last ? size : Math.max(start, size - RAW_START);
        }
        if (Prefix.at(buffer, begin, size) != null) {
            return frame(begin > start && buffer[begin - 1] == '\n' ? begin - 1 : begin, begin, last, pieces);
        }
        if (size - begin < Prefix.LONGEST && !last) {
            return start;
        }
        return garbage(begin, last, pieces);
    }

    private int frame(int start, int prefix, boolean last, List<Piece> pieces) {
        Prefix told = Prefix.at(buffer, prefix, size);
        int quote = told.quote();
        int end = told.end(buffer, size);
        if (end > 0) {
            int next = end < size && buffer[end] == '\r' ? end + 1 : end;
            pieces.add(new Piece(true, Bytes.of(buffer, start, next)));
            return next;
        }
        for (int i = quote; i < Math.min(size, quote + LONGEST); i++) {
            if (buffer[i] == '\r') {
                pieces.add(new Piece(true, Bytes.of(buffer, start, i + 1)));
                return i + 1;
            }
        }
        if (last) {
            pieces.add(new Piece(true, Bytes.of(buffer, start, size)));
            return size;
        }
        if (size - quote >= LONGEST) {
            pieces.add(new Piece(false, Bytes.of(buffer, start, size)));
            return size;
        }
        return start;
    }

    /** Garbage reaches to the next line feed, where a frame may begin, or to a frame that has none. */
    private int garbage(int begin, boolean last, List<Piece> pieces) {
        for (int i = begin + 1; i < size; i++) {
            if (buffer[i] == '\n' || beginsAt(i)) {
                pieces.add(new Piece(false, Bytes.of(buffer, begin, i)));
                return i;
            }
        }
        if (last || size - begin >= LONGEST) {
            pieces.add(new Piece(false, Bytes.of(buffer, begin, size)));
            return size;
        }
        return begin;
    }

    /** With a checksum in digits; two raw bytes and four digits are too common in what is no frame. */
    private boolean beginsAt(int position) {
        Prefix prefix = Prefix.at(buffer, position, size);
        return prefix != null && prefix.quote() == position + Prefix.LONGEST - 1;
    }

    private static boolean isFiller(byte value) {
        return value == '\n' || value == '\r' || value == 0 || value == ' ';
    }
}
