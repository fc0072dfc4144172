package se.fixpunkt.shared.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A time as the database writes it, {@code 2026-11-22 13:45:00.123456}, in UTC. A batch of alarms reads hundreds; the library's parser,
 * which can read anything, was a tenth of it.
 */
final class Stamp {
    private static final int SECOND_ENDS = 19;
    private static final int NANO_DIGITS = 9;

    private Stamp() {}

    /** @throws java.time.DateTimeException or {@link NumberFormatException} when it is no time */
    static Instant read(String stamp) {
        return LocalDateTime.of(
                        number(stamp, 0, 4),
                        number(stamp, 5, 7),
                        number(stamp, 8, 10),
                        number(stamp, 11, 13),
                        number(stamp, 14, 16),
                        number(stamp, 17, SECOND_ENDS),
                        nanos(stamp))
                .toInstant(ZoneOffset.UTC);
    }

    private static int nanos(String stamp) {
        if (stamp.length() == SECOND_ENDS) {
            return 0;
        }
        int nanos = number(stamp, SECOND_ENDS + 1, stamp.length());
        for (int digits = stamp.length() - SECOND_ENDS - 1; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String stamp, int from, int to) {
        return Integer.parseInt(stamp, from, to, 10);
    }
}
