package se.fixpunkt.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.shared.InvalidValue;

/**
 * Which lines to show; null leaves a thing open.
 *
 * @param from inclusive
 * @param to exclusive
 * @param text found in names, kinds and values, whatever the case
 */
public record JournalFilter(
        UUID project,
        UUID subject,
        String subjectKind,
        UUID actor,
        String actorName,
        String kind,
        Instant from,
        Instant to,
        String text) {
    /** What the database's clock can say. */
    private static final Instant EARLIEST = Instant.parse("1000-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    /** No filter at all. */
    public static final JournalFilter EVERYTHING =
            new JournalFilter(null, null, null, null, null, null, null, null, null);

    /**
     * A filter from words that somebody wrote; blank ones leave a thing open.
     *
     * @param subject an id, or a kind of thing such as {@code bill}
     * @param actor a person's id, or part of his name
     * @param kind {@code AlarmTaken} or {@code alarm-taken}
     * @param from a time as in RFC 3339
     * @param to a time as in RFC 3339
     * @throws InvalidValue for a project that is no id and a time that is none
     */
    public static JournalFilter of(
            String project, String subject, String actor, String kind, String from, String to, String text) {
        UUID thing = id(subject);
        UUID person = id(actor);
        UUID inProject = id(project);
        if (inProject == null && word(project) != null) {
            throw new InvalidValue("project", "malformed");
        }
        return new JournalFilter(
                inProject,
                thing,
                thing == null ? word(subject) : null,
                person,
                person == null ? word(actor) : null,
                eventName(word(kind)),
                time("from", from),
                time("to", to),
                word(text));
    }

    /** Whether a line fits; the same answer as the database gives. */
    public boolean fits(JournalLine line) {
        return same(project, line.project())
                && same(subject, line.subject())
                && same(subjectKind, line.subjectKind())
                && same(actor, line.actor())
                && contains(line.actorName(), actorName)
                && same(kind, line.kind())
                && (from == null || !line.at().isBefore(from))
                && (to == null || line.at().isBefore(to))
                && (contains(line.actorName(), text)
                        || contains(line.kind(), text)
                        || contains(line.before(), text)
                        || contains(line.after(), text));
    }

    private static boolean same(Object wanted, Object found) {
        return wanted == null || wanted.equals(found);
    }

    private static boolean contains(String whole, String part) {
        return part == null || whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static String word(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static UUID id(String text) {
        try {
            return word(text) == null ? null : UUID.fromString(word(text));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private static Instant time(String field, String text) {
        if (word(text) == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(word(text)).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new InvalidValue(field, "out-of-range");
            }
            return time;
        } catch (DateTimeParseException malformed) {
            throw new InvalidValue(field, "malformed");
        }
    }

    private static String eventName(String kind) {
        if (kind == null || (kind.indexOf('-') < 0 && Character.isUpperCase(kind.charAt(0)))) {
            return kind;
        }
        return Stream.of(kind.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
