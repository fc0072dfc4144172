package se.fixpunkt.alarms.receiver.sosaccess;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.KeyChange;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Interpreter;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;

/**
 * Decides what a request means and is answered, once its sender is known.
 *
 * @param at when it arrived
 * @param tooOften whether the device has sent more heartbeats of late than it may
 * @param newPassword what the device is given when it asks for one; empty otherwise
 */
record RequestInterpreter(Request request, Instant at, boolean tooOften, String newPassword) implements Interpreter {
    /**
     * The documentation calls the reference a mere aid for tracing, so a device may begin anew, or never count at all. Retries
     * come within minutes; one that comes later is one row more, and an alarm that passed for a retry would be lost.
     */
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);

    /** Without a reference, only a hasty repeat can be told from a second alarm. */
    private static final Duration REPEATED_WITHOUT_REFERENCE = Duration.ofMinutes(1);

    private static final String ALARM = "AL";
    private static final String RESTORAL = "RE";

    /** A device's clock is believed when it is ahead or behind by no more than this; one that was never set is far behind. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Duration BEHIND = Duration.ofDays(31);

    /** Of a request that is looked at again: nobody gets a password. */
    RequestInterpreter(Request request, Instant at, boolean tooOften) {
        this(request, at, tooOften, Masked.STARS);
    }

    @Override
    public Interpretation interpret(Optional<Sender> sender) {
        if (sender.isEmpty()) {
            return refused("unknown-device", Status.NOT_AUTHORIZED);
        }
        Optional<Bytes> key = sender.get().key();
        if (key.isEmpty()) {
            return refused("no-key", Status.NOT_AUTHORIZED);
        }
        boolean used = sender.get().nextKey().filter(this::isPassword).isPresent();
        if (!used && !isPassword(key.get())) {
            return refused("wrong-password", Status.NOT_AUTHORIZED);
        }
        Interpretation interpretation =
                switch (request.kind()) {
                    case ALARM -> alarm(sender.get().codes());
                    case PING -> tooOften ? refused("too-often", Status.PING_TO_OFTEN) : heartbeat();
                    case NEW_PASSWORD -> roll();
                };
        return used && interpretation instanceof Accepted accepted
                ? new Accepted(
                        accepted.signal(),
                        accepted.receipt(),
                        accepted.envelope(),
                        accepted.proof(),
                        new KeyChange(true, accepted.keys().given()))
                : interpretation;
    }

    private Interpretation alarm(EventCodes codes) {
        String code = request.text("eventcode");
        EventMeaning meaning = CodeMeaning.of(code, request.restores(), codes);
        Optional<Position> position = Coordinates.position(place());
        Signal signal = new Signal(
                request.reference(),
                repeat(),
                meaning.kind(),
                meaning.about(),
                meaning.priority(),
                code,
                words(position),
                raisedAt(),
                position,
                request.decoded()
                        + position.map(place -> "\nposition: " + place).orElse("") + "\nkind: " + meaning.kind() + " "
                        + meaning.about().wire());
        return new Accepted(signal, answer(Status.OK), List::of);
    }

    /** Each time another: a device that has not heard the answer asks again, and only the last one holds. */
    private Interpretation roll() {
        Signal signal = new Signal(
                request.reference(),
                new RepeatKey(key(newPassword), REPEATED_WITHIN),
                SignalKind.INFORMATION,
                AlarmKind.OTHER,
                AlarmKind.OTHER.priority(),
                "NEWAUTH",
                "",
                Optional.empty(),
                request.decoded() + "\nkind: " + SignalKind.INFORMATION);
        Bytes kept = new Response(request.kind(), request.reference(), Status.OK, at, Masked.STARS).bytes();
        KeyChange given = new KeyChange(false, Optional.of(Bytes.utf8(newPassword)));
        return new Accepted(signal, kept, List::of, Optional.empty(), given);
    }

    private Interpretation heartbeat() {
        Signal signal = new Signal(
                request.reference(),
                new RepeatKey(key(Long.toString(at.getEpochSecond())), REPEATED_WITHIN),
                SignalKind.HEARTBEAT,
                AlarmKind.TEST,
                AlarmKind.TEST.priority(),
                "PING",
                "",
                Optional.empty(),
                request.decoded() + "\nkind: " + SignalKind.HEARTBEAT);
        Bytes answer = answer(Status.OK);
        // devices set their clocks by the answer, so a stored one would be wrong
        return new Accepted(signal, answer, stored -> List.of(answer));
    }

    /**
     * What happened stands in the key beside the reference: a device that gives all its messages the same reference must not
     * lose a fire after a burglary. Times and texts may be made anew when a message is sent again. Once the device has said that
     * it is over, the same message is no repeat: it has happened again.
     */
    private RepeatKey repeat() {
        boolean traced = !request.reference().isEmpty();
        return new RepeatKey(
                key(happened(request.restores() ? RESTORAL : ALARM)),
                traced ? REPEATED_WITHIN : REPEATED_WITHOUT_REFERENCE,
                Optional.of(key(happened(request.restores() ? ALARM : RESTORAL))));
    }

    private String happened(String alarmType) {
        Stream<String> happened =
                Stream.of("transmitterarea", "eventcode", "section", "detector").map(request::text);
        Stream<String> told = Stream.of(
                        "transmittertime", "sectiontext", "detectortext", "additionalinfo", "position.pos")
                .filter(field -> request.reference().isEmpty())
                .map(request::text);
        return Stream.of(Stream.of(alarmType), happened, told)
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private String key(String what) {
        String all = String.join("\n", request.transmitter(), request.kind().request(), request.reference(), what);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "sosaccess|" + request.transmitter() + "|" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is missing", impossible);
        }
    }

    /** The coordinates as they came. */
    private String place() {
        return request.text("position.pos").isEmpty() ? request.text("position") : request.text("position.pos");
    }

    /** The device's own words first, where it has any; a known client says {@code None} where it has none. */
    private String words(Optional<Position> position) {
        String told = Stream.of("sectiontext", "detectortext", "additionalinfo")
                .map(request::text)
                .filter(text -> !text.isEmpty() && !text.equals("None"))
                .distinct()
                .collect(Collectors.joining(" · "));
        String codes = Stream.of("eventcode", "transmitterarea", "section", "detector")
                .map(request::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String name = told.isEmpty() ? CodeMeaning.name(request.text("eventcode")) : "";
        return Stream.of(told, name, codes, position.map(Position::toString).orElse(place()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** As documented, {@code 2002-05-28 11:35:20.022}, and as an open client writes it, by ISO 8601 with its zone. */
    private Optional<Instant> raisedAt() {
        String written = request.text("transmittertime").replaceFirst(" +", "T").replace(',', '.');
        try {
            TemporalAccessor told =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
            Instant time = told instanceof LocalDateTime local ? inSweden(local) : Instant.from(told);
            return Optional.of(time).filter(one -> isPast(one) && one.isAfter(at.minus(BEHIND)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** In the hour that comes twice in autumn the later one, unless that has yet to come. */
    private Instant inSweden(LocalDateTime local) {
        ZonedDateTime time = local.atZone(Response.ZONE);
        Instant later = time.withLaterOffsetAtOverlap().toInstant();
        return isPast(later) ? later : time.toInstant();
    }

    private boolean isPast(Instant time) {
        return time.isBefore(at.plus(AHEAD));
    }

    private boolean isPassword(Bytes key) {
        return MessageDigest.isEqual(
                key.toArray(), request.text(Request.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private Refused refused(String verdict, Status status) {
        return new Refused(verdict, request.decoded() + "\nstatus: " + status.number(), List.of(answer(status)));
    }

    private Bytes answer(Status status) {
        return new Response(request.kind(), request.reference(), status, at).bytes();
    }
}
