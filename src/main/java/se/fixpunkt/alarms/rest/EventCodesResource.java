package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import se.fixpunkt.alarms.EventCode;
import se.fixpunkt.alarms.EventCodeTable;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;

/** What event codes stand for: the lists {@code sia}, {@code cid}, {@code scaip-device} and {@code scaip-status}. */
@Path("event-codes/{list}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EventCodesResource {
    private final EventCodeTable codes;

    @Inject
    public EventCodesResource(EventCodeTable codes) {
        this.codes = codes;
    }

    /**
     * What a code stands for.
     *
     * @param kind {@code alarm}, {@code restoral}, {@code test} or {@code information}
     * @param about as an alarm's kind
     * @param priority 1, most urgent, to 9; that of {@code about} when it is missing
     */
    public record MeaningJson(String kind, String about, Integer priority) {
        private static MeaningJson of(EventMeaning meaning) {
            return meaning == null
                    ? null
                    : new MeaningJson(
                            meaning.kind().name().toLowerCase(Locale.ROOT),
                            meaning.about().wire(),
                            meaning.priority().value());
        }

        private EventMeaning toMeaning() {
            AlarmKind of = chosen("about", about, AlarmKind.values(), AlarmKind::wire);
            SignalKind signal = chosen(
                    "kind", kind, SignalKind.values(), value -> value.name().toLowerCase(Locale.ROOT));
            if (priority != null && (priority < 1 || priority > 9)) {
                throw new InvalidValue("priority", "out-of-range");
            }
            return new EventMeaning(signal, of, priority == null ? of.priority() : new Priority(priority));
        }
    }

    /** @param usual null for a code of the organisation's own */
    public record EventCodeJson(
            String list,
            String code,
            String swedish,
            String english,
            MeaningJson meaning,
            MeaningJson usual,
            boolean changed) {
        private static EventCodeJson of(EventCode code) {
            return new EventCodeJson(
                    code.list().wire(),
                    code.code(),
                    code.swedish(),
                    code.english(),
                    MeaningJson.of(code.meaning()),
                    MeaningJson.of(code.usual()),
                    code.isChanged());
        }
    }

    @GET
    public PageJson<EventCodeJson> list(@PathParam("list") String list) {
        return PageJson.of(new Page<>(codes.codes(of(list)), null), EventCodeJson::of);
    }

    @GET
    @Path("{code}")
    public EventCodeJson code(@PathParam("list") String list, @PathParam("code") String code) {
        return EventCodeJson.of(codes.code(of(list), code));
    }

    @PUT
    @Path("{code}")
    public EventCodeJson change(@PathParam("list") String list, @PathParam("code") String code, MeaningJson meaning) {
        return EventCodeJson.of(codes.change(of(list), code, Given.body(meaning).toMeaning()));
    }

    @DELETE
    @Path("{code}")
    public Response reset(@PathParam("list") String list, @PathParam("code") String code) {
        codes.reset(of(list), code);
        return Response.noContent().build();
    }

    private static CodeList of(String list) {
        return CodeList.of(list).orElseThrow(NotFound::new);
    }

    private static <T> T chosen(String field, String written, T[] values, Function<T, String> wire) {
        if (written == null || written.isBlank()) {
            throw new InvalidValue(field, "required");
        }
        return Arrays.stream(values)
                .filter(value -> wire.apply(value).equals(written.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(field, "unknown"));
    }
}
