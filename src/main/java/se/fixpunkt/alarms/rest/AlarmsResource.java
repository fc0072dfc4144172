package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmNote;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.AlarmWords;
import se.fixpunkt.alarms.Alarms;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Disposition;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.shared.rest.Reader;

/** Alarms and what operators do with them. */
@Path("alarms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlarmsResource {
    private final Alarms alarms;
    private final AlarmWords words;
    private final Reader reader;

    @Inject
    public AlarmsResource(Alarms alarms, AlarmWords words, Reader reader) {
        this.alarms = alarms;
        this.words = words;
        this.reader = reader;
    }

    /**
     * Alarms of one state, or of one device, or all.
     *
     * @param state {@code open}, {@code taken} or {@code closed}; missing means all, the newest first
     * @param device a device's id; the newest first, whatever their state
     */
    @GET
    public PageJson<AlarmJson> list(
            @QueryParam("state") String state,
            @QueryParam("device") String device,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        if (device != null) {
            return PageJson.of(alarms.ofDevice(new DeviceId(Given.id(device)), after, Page.limit(limit)), this::json);
        }
        AlarmState wanted = state == null || state.isBlank() ? null : AlarmState.of(state);
        return PageJson.of(alarms.list(wanted, after, Page.limit(limit)), this::json);
    }

    /** The other people who handle alarms here. */
    @GET
    @Path("operators")
    public PageJson<OperatorJson> operators() {
        return PageJson.of(new Page<>(alarms.operators(), null), OperatorJson::of);
    }

    @GET
    @Path("{id}")
    public Response alarm(@PathParam("id") String id) {
        return answer(alarms.alarm(alarmId(id)));
    }

    @GET
    @Path("{id}/notes")
    public PageJson<NoteJson> notes(@PathParam("id") String id) {
        return PageJson.of(new Page<>(alarms.notes(alarmId(id)), null), this::json);
    }

    @POST
    @Path("{id}/take")
    public Response take(@PathParam("id") String id) {
        return answer(alarms.take(alarmId(id)));
    }

    @POST
    @Path("{id}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response note(@PathParam("id") String id, NoteText note) {
        NoteJson written = json(alarms.note(alarmId(id), Given.body(note).text()));
        return Response.status(Response.Status.CREATED).entity(written).build();
    }

    @POST
    @Path("{id}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response handOver(@PathParam("id") String id, HandOver handOver) {
        return answer(alarms.handOver(alarmId(id), Given.body(handOver).receiver()));
    }

    @POST
    @Path("{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(@PathParam("id") String id, Closing closing) {
        Closing given = Given.body(closing);
        return answer(alarms.close(alarmId(id), new Disposition(given.disposition()), given.text()));
    }

    private static AlarmId alarmId(String id) {
        return new AlarmId(Given.id(id));
    }

    private Response answer(Alarm alarm) {
        return Response.ok(json(alarm))
                .tag(new EntityTag(String.valueOf(alarm.version())))
                .build();
    }

    private AlarmJson json(Alarm alarm) {
        return AlarmJson.of(alarm, words.of(alarm, reader.language()));
    }

    private NoteJson json(AlarmNote note) {
        return NoteJson.of(note, words.of(note, reader.language()));
    }

    public record NoteText(String text) {}

    /** @param to the other operator's id */
    public record HandOver(String to) {
        PersonId receiver() {
            try {
                return new PersonId(UUID.fromString(to == null ? "" : to));
            } catch (IllegalArgumentException nonsense) {
                throw new InvalidValue("to", "unknown");
            }
        }
    }

    public record Closing(String disposition, String text) {}
}
