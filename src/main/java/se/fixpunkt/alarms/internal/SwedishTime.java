package se.fixpunkt.alarms.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in what Fixpunkt writes for operators. */
final class SwedishTime {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    private SwedishTime() {}

    static String moment(Instant at) {
        return MOMENT.format(at);
    }
}
