package se.fixpunkt.alarms.internal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Reads what {@code hexdump -C}, {@code xxd}, {@code od -t x1} (with {@code z} too), {@code tcpdump -X}, Wireshark and our own
 * conversation page print: an offset, bytes, often the same as text, line by line. Pairs of bytes are read after an offset with a
 * colon only; {@code od -x} and a bare {@code hexdump} turn them round and have none.
 */
final class HexDump {
    private static final Pattern LINE = Pattern.compile("(?:0x)?([0-9A-Fa-f]{4,8})(?:(:)?\\s{1,4}(\\S.*))?:?");
    private static final Pattern BYTE = Pattern.compile("\\G {0,2}([0-9A-Fa-f]{2})(?=\\s|$)");
    private static final Pattern BYTES = Pattern.compile("\\G {0,2}([0-9A-Fa-f]{2}(?:[0-9A-Fa-f]{2})?)(?=\\s|$)");

    /** Offsets are hexadecimal in most, decimal and octal in {@code od}. */
    private static final List<Integer> RADIXES = List.of(16, 10, 8);

    private HexDump() {}

    /**
     * A line of a dump.
     *
     * @param digits of its bytes, and perhaps of text beside them that looks so; empty for the offset that some programs end with
     */
    private record Line(String offset, String digits) {
        static Optional<Line> of(String written) {
            Matcher parts = LINE.matcher(written);
            if (!parts.matches()) {
                return Optional.empty();
            }
            if (parts.group(3) == null) {
                return Optional.of(new Line(parts.group(1), ""));
            }
            StringBuilder digits = new StringBuilder();
            Matcher some = (parts.group(2) == null ? BYTE : BYTES).matcher(parts.group(3));
            while (some.find()) {
                digits.append(some.group(1));
            }
            return digits.isEmpty() ? Optional.empty() : Optional.of(new Line(parts.group(1), digits.toString()));
        }
    }

    /** Empty when it is no dump. */
    static Optional<Bytes> bytes(String pasted) {
        List<Line> lines = new ArrayList<>();
        for (String written : pasted.lines().map(String::strip).toList()) {
            Optional<Line> line = Line.of(written);
            if (line.isPresent()) {
                lines.add(line.get());
            } else if (!written.isEmpty()) {
                return Optional.empty();
            }
        }
        if (lines.stream().allMatch(line -> line.digits.isEmpty())) {
            return Optional.empty();
        }
        int wide = 2 * width(lines);
        StringBuilder digits = new StringBuilder();
        lines.forEach(line -> digits.append(line.digits, 0, Math.min(wide, line.digits.length())));
        return Optional.of(Bytes.of(HexFormat.of().parseHex(digits)));
    }

    /** How many bytes a line has at most: as far as the offset moves from the first to the second, when it was read that far. */
    private static int width(List<Line> lines) {
        int most = lines.get(0).digits.length() / 2;
        if (lines.size() < 2) {
            return most;
        }
        return RADIXES.stream()
                .flatMapToInt(radix -> moved(lines.get(0).offset, lines.get(1).offset, radix))
                .filter(moved -> moved > 0 && moved <= most)
                .max()
                .orElse(most);
    }

    private static IntStream moved(String from, String to, int radix) {
        try {
            return IntStream.of((int) (Long.parseLong(to, radix) - Long.parseLong(from, radix)));
        } catch (NumberFormatException noSuchDigits) {
            return IntStream.empty();
        }
    }
}
