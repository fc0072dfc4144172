package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import se.fixpunkt.alarms.Communication.Search;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Transmission;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * A row of the conversation log as it is read.
 *
 * @param device null when the register did not know it
 * @param kind null when it made no signal
 * @param answeredAt when the commit was through that the answers waited for; null when none did or that was not noted
 */
record Exchange(
        UUID id,
        DeviceId device,
        String protocol,
        String identity,
        Instant at,
        boolean incoming,
        String peer,
        String node,
        String kind,
        Bytes raw,
        String decoded,
        String verdict,
        List<Bytes> answers,
        Instant answeredAt) {

    /** The messages in the order that was asked for, without those of the direction that was not. */
    List<Transmission> lines(Search search) {
        List<Transmission> lines = new ArrayList<>();
        if (!search.direction().equals(incoming ? "out" : "in")) {
            lines.add(line(id.toString(), at, incoming, raw, decoded, null));
        }
        if (!search.direction().equals("in")) {
            for (int i = 0; i < answers.size(); i++) {
                Instant left = answeredAt == null ? at : answeredAt;
                Duration waited = answeredAt == null ? null : Duration.between(at, answeredAt);
                lines.add(line(id + "." + (i + 1), left, false, answers.get(i), null, waited));
            }
        }
        if (search.span().newestFirst()) {
            Collections.reverse(lines);
        }
        return lines;
    }

    private Transmission line(String line, Instant when, boolean in, Bytes bytes, String words, Duration waited) {
        String small = kind == null ? null : kind.toLowerCase(Locale.ROOT);
        return new Transmission(
                line,
                id,
                device,
                protocol,
                identity,
                when,
                in,
                peer,
                node,
                small,
                bytes.toArray(),
                words,
                verdict,
                waited);
    }
}
