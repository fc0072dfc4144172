package se.fixpunkt.alarms.receiver.dc09;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** {@code _HH:MM:SS,MM-DD-YYYY}, always GMT, and the window in which it is believed. */
final class Timestamp {
    /** ANSI/SIA DC-09: 20 seconds ahead of us and 40 behind are in, 21 and 41 are out. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private static final Duration BEHIND = Duration.ofSeconds(40);

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("HH:mm:ss,MM-dd-uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As devices write it: without leading zeros, with two digits of the year. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("H:m:s,M-d-[uuuu][uu]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Timestamp() {}

    static String write(Instant at) {
        return "_" + FORM.format(at);
    }

    /** @param text without the underline */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text.replace(" ", ""), WRITTEN).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Whether something can have happened then: not after now, as far as a device's clock may be ahead. */
    static boolean hasCome(Instant told, Instant now) {
        return !told.isAfter(now.plus(AHEAD));
    }

    /** Compared in whole seconds, which is all that the device sends. */
    static boolean believed(Instant sent, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return !sent.isAfter(second.plus(AHEAD)) && !sent.isBefore(second.minus(BEHIND));
    }
}
