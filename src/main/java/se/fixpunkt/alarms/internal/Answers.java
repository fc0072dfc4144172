package se.fixpunkt.alarms.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;

/** Several messages in one column: before each its length, in four bytes. */
final class Answers {
    private Answers() {}

    /** @return null when there are none */
    static byte[] pack(List<Bytes> answers) {
        if (answers.isEmpty()) {
            return null;
        }
        int size = answers.stream()
                .mapToInt(answer -> Integer.BYTES + answer.length())
                .sum();
        ByteBuffer packed = ByteBuffer.allocate(size);
        answers.forEach(answer -> packed.putInt(answer.length()).put(answer.toArray()));
        return packed.array();
    }

    /**
     * @param packed null for none
     * @throws IllegalStateException when it was not made by {@link #pack}
     */
    static List<Bytes> unpack(byte[] packed) {
        List<Bytes> answers = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(packed == null ? new byte[0] : packed);
        try {
            while (rest.hasRemaining()) {
                int length = rest.getInt();
                int from = rest.position();
                rest.position(from + length);
                answers.add(Bytes.of(packed, from, from + length));
            }
        } catch (BufferUnderflowException | IllegalArgumentException torn) {
            throw new IllegalStateException("the answers of an exchange are torn", torn);
        }
        return answers;
    }
}
