package se.fixpunkt.alarms.receiver.scaip;

/**
 * Where a document's root ends, told from its bytes: devices write a {@code Content-Length} that counts letters, or a zero
 * that ends a string in C, and no alarm is to be lost for that. It is asked for each message, so it uses no expression.
 */
final class RootEnd {
    private static final int MARK = 3;

    private RootEnd() {}

    /** The index after the root's end tag within {@code [from, to)}; -1 when there is none, or no document begins there. */
    static int after(byte[] bytes, int from, int to) {
        int name = name(bytes, from, to);
        if (name < 0) {
            return -1;
        }
        int nameEnd = nameEnd(bytes, name, to);
        for (int i = nameEnd; i < to; i++) {
            if (bytes[i] == '>' && closes(bytes, name, nameEnd, i)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether {@code [from, to)} is a document that ends there, padding aside. */
    static boolean isAt(byte[] bytes, int from, int to) {
        int last = to - 1;
        while (last > from && isPadding(bytes[last])) {
            last--;
        }
        if (last <= from || bytes[last] != '>') {
            return false;
        }
        int name = name(bytes, from, last);
        return name >= 0 && closes(bytes, name, nameEnd(bytes, name, last), last);
    }

    /** Whether a document begins, after its byte order mark if there is one. */
    static boolean isAhead(byte[] bytes, int from, int to) {
        return name(bytes, from, to) >= 0;
    }

    /** Blanks, line ends, and the zero that ends a string in C. */
    static boolean isPadding(byte one) {
        return one == 0 || one == ' ' || one == '\t' || one == '\r' || one == '\n';
    }

    /** Where the root's name begins, behind declarations and comments. */
    private static int name(byte[] bytes, int from, int to) {
        int at = from;
        if (to - at > MARK
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf) {
            at += MARK;
        }
        while (at < to && isPadding(bytes[at])) {
            at++;
        }
        if (at == to || bytes[at] != '<') {
            return -1;
        }
        for (; at + 1 < to; at++) {
            if (bytes[at] == '<' && isLetter(bytes[at + 1])) {
                return at + 1;
            }
        }
        return -1;
    }

    private static boolean isLetter(byte one) {
        int small = one | 0x20;
        return (small >= 'a' && small <= 'z') || one == '_';
    }

    private static int nameEnd(byte[] bytes, int name, int to) {
        int end = name;
        while (end < to && bytes[end] != '>' && bytes[end] != '/' && !isPadding(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean closes(byte[] bytes, int name, int nameEnd, int at) {
        int end = at;
        while (end > nameEnd && isPadding(bytes[end - 1])) {
            end--;
        }
        int start = end - (nameEnd - name);
        if (start - 2 < nameEnd || bytes[start - 1] != '/' || bytes[start - 2] != '<') {
            return false;
        }
        for (int i = 0; i < nameEnd - name; i++) {
            if ((bytes[name + i] | 0x20) != (bytes[start + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }
}
