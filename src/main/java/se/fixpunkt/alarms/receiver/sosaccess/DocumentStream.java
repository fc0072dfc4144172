package se.fixpunkt.alarms.receiver.sosaccess;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Cuts a stream into documents. The protocol has neither lengths nor separators, so a document ends where its root element
 * does. Only that is looked for; whether the rest is XML is found out by {@link RequestReader}.
 */
final class DocumentStream {
    /** The protocol's own limit, in characters of one byte. */
    static final int LONGEST = 100_000;

    /** So much may stand before the root element: a declaration and perhaps a remark. */
    private static final int PROLOGUE = 1024;

    private static final int FIRST = 512;
    /** What some write before UTF-8, as single bytes. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private byte[] buffer = new byte[FIRST];
    private int size;
    /** Null until the root's name has been seen. */
    private RootEnd rootEnd;
    /** How far, from the document's beginning, its end has been looked for: each byte is looked at once. */
    private int searched;

    private Trouble trouble;
    private Kind kind = Kind.ALARM;

    /** Why nothing more can be cut out of the stream. */
    enum Trouble {
        /** Not even the beginning of XML: another protocol, a port scan. */
        GARBAGE,
        /** XML of another kind, or with a document type. */
        FOREIGN,
        /** An answer, sent to us by mistake. */
        ANSWER,
        TOO_LONG
    }

    /** @param kind what its root says it asks for */
    record Document(Kind kind, Bytes bytes) {}

    List<Document> feed(byte[] bytes, int length) {
        if (size + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + length, buffer.length * 2));
        }
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
        List<Document> documents = new ArrayList<>();
        int from = rootEnd == null ? skipFiller(0) : 0;
        int end = end(from);
        while (end > 0) {
            documents.add(new Document(kind, Bytes.of(buffer, from, end)));
            rootEnd = null;
            kind = Kind.ALARM;
            from = skipFiller(end);
            end = end(from);
        }
        keepFrom(from);
        return documents;
    }

    /** Empty as long as the stream is sound. {@link #rest} has what could not be cut. */
    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** What the unfinished document asks for, as far as it could be seen. */
    Kind kind() {
        return kind;
    }

    /** Bytes that wait for the rest of their document. */
    int size() {
        return size;
    }

    boolean waiting() {
        return size > 0;
    }

    Bytes rest() {
        return Bytes.of(buffer, 0, size);
    }

    /** An idle connection must not hold the room of the longest message it ever sent. */
    private void keepFrom(int from) {
        if (from == 0) {
            return;
        }
        size -= from;
        byte[] kept = size == 0 && buffer.length > FIRST ? new byte[FIRST] : buffer;
        System.arraycopy(buffer, from, kept, 0, size);
        buffer = kept;
    }

    /** @return where the document that begins there ends; 0 when more bytes are needed, or none will help */
    private int end(int from) {
        if (trouble != null || from == size) {
            return 0;
        }
        if (rootEnd == null && !findRoot(from)) {
            if (trouble == null && size - from > PROLOGUE) {
                trouble = Trouble.FOREIGN;
            }
            return 0;
        }
        int end = findEnd(from);
        if ((end == 0 ? size : end) - from > LONGEST) {
            trouble = Trouble.TOO_LONG;
            return 0;
        }
        return end;
    }

    private boolean findRoot(int from) {
        int at = startsWith(MARK, from) ? from + MARK.length() : from;
        while (true) {
            at = skipFiller(at);
            if (size - at < 2) {
                return at < size && buffer[at] != '<' && !couldBeMark(at) && gaveUp(at == from);
            }
            if (buffer[at] != '<') {
                return !couldBeMark(at) && gaveUp(at == from);
            }
            int next;
            if (buffer[at + 1] == '?') {
                next = after("?>", at + 2);
            } else if (buffer[at + 1] == '!') {
                boolean perhapsARemark = size - at < 4 || (buffer[at + 2] == '-' && buffer[at + 3] == '-');
                if (!perhapsARemark) {
                    return gaveUp(false);
                }
                next = after("-->", at + 4);
            } else {
                return takeRoot(from, at);
            }
            if (next < 0) {
                return false;
            }
            at = next;
        }
    }

    private boolean takeRoot(int from, int at) {
        int end = at + 1;
        while (end < size && isName(buffer[end])) {
            end++;
        }
        if (end == at + 1) {
            return gaveUp(true);
        }
        if (end == size) {
            return false;
        }
        String name = new String(buffer, at + 1, end - at - 1, StandardCharsets.US_ASCII);
        String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        Optional<Kind> asked = Kind.asked(local);
        if (asked.isEmpty()) {
            trouble = Kind.isAnswer(local) ? Trouble.ANSWER : Trouble.FOREIGN;
            return false;
        }
        kind = asked.get();
        rootEnd = new RootEnd(name);
        searched = end - from;
        return true;
    }

    /** @return false, as nothing was found */
    private boolean gaveUp(boolean atOnce) {
        trouble = atOnce ? Trouble.GARBAGE : Trouble.FOREIGN;
        return false;
    }

    private int findEnd(int from) {
        for (int at = from + searched; at < size; at++) {
            if (rootEnd.isReachedBy(buffer[at])) {
                return at + 1;
            }
        }
        searched = size - from;
        return 0;
    }

    private int after(String mark, int from) {
        for (int at = from; at + mark.length() <= size; at++) {
            if (startsWith(mark, at)) {
                return at + mark.length();
            }
        }
        return -1;
    }

    private boolean startsWith(String wanted, int at) {
        if (size - at < wanted.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if ((char) (buffer[at + i] & 0xff) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean couldBeMark(int at) {
        return size - at < MARK.length() && startsWith(MARK.substring(0, size - at), at);
    }

    private int skipFiller(int from) {
        int at = from;
        while (at < size && isFiller(buffer[at])) {
            at++;
        }
        return at;
    }

    /** Blanks, and the NUL that some send behind the end of a text. */
    static boolean isFiller(byte one) {
        return one == ' ' || one == '\t' || one == '\r' || one == '\n' || one == 0;
    }

    private static boolean isName(byte one) {
        return (one >= 'a' && one <= 'z')
                || (one >= 'A' && one <= 'Z')
                || (one >= '0' && one <= '9')
                || one == '_'
                || one == '-'
                || one == '.'
                || one == ':';
    }
}
