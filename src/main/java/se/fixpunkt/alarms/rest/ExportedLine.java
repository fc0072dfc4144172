package se.fixpunkt.alarms.rest;

import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Transmission;

/** One message as text. */
final class ExportedLine {
    static final String CSV_HEAD =
            "at,direction,peer,node,protocol,identity,kind,verdict,waited_ms,bytes,decoded,raw_hex\r\n";

    private static final HexFormat HEX = HexFormat.of();
    private static final int WIDE = 16;

    /** Where one begins, behind blanks and quotation marks too, of which the spreadsheet drops a pair. */
    private static final Pattern FORMULA = Pattern.compile("(?:^|(?<=[;\t\r\n]))(?=[\" ]*[=+\\-@])");

    private ExportedLine() {}

    static String csv(Transmission line) {
        return Stream.of(
                                line.at(),
                                direction(line),
                                line.peer(),
                                line.node(),
                                line.protocol(),
                                line.identity(),
                                line.kind(),
                                line.verdict(),
                                TransmissionJson.milliseconds(line.waited()),
                                line.raw().length,
                                line.decoded(),
                                HEX.formatHex(line.raw()))
                        .map(value -> cell(Objects.toString(value, "")))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** {@code I} came in, {@code O} went out; then offset and bytes. */
    static String dump(Transmission line) {
        StringBuilder text = new StringBuilder(line.incoming() ? "I " : "O ")
                .append(line.at())
                .append('\n');
        byte[] raw = line.raw();
        for (int at = 0; at < raw.length; at += WIDE) {
            text.append(HEX.toHexDigits(at, 6));
            for (int i = at; i < Math.min(at + WIDE, raw.length); i++) {
                text.append(' ').append(HEX.toHexDigits(raw[i]));
            }
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    /**
     * What a device sends ends in somebody's spreadsheet: it must stay text there. A Swedish one divides at semicolons whatever is
     * quoted, and so begins cells, after tabs and line ends too; an apostrophe stands before whatever would begin a formula in one.
     */
    private static String cell(String value) {
        String text = FORMULA.matcher(value).replaceAll("'");
        boolean plain = text.chars().noneMatch(one -> one == '"' || one == ',' || one == '\n' || one == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String direction(Transmission line) {
        return line.incoming() ? "in" : "out";
    }
}
