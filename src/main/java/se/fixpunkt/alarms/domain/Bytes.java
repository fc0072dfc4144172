package se.fixpunkt.alarms.domain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as they were on the wire; never changed after they were made. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** The part {@code [from, to)} of a larger buffer. */
    public static Bytes of(byte[] buffer, int from, int to) {
        return new Bytes(Arrays.copyOfRange(buffer, from, to));
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Bytes latin1(String text) {
        return new Bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public byte[] toArray() {
        return content.clone();
    }

    public int length() {
        return content.length;
    }

    /** The first bytes, at most {@code limit} of them. */
    public Bytes first(int limit) {
        return content.length <= limit ? this : of(content, 0, limit);
    }

    public String text(Charset charset) {
        return new String(content, charset);
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The size only: raw bytes belong in the conversation log, not in a stack trace. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
