package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import se.fixpunkt.alarms.LiveAlarms;

/**
 * The queue as server-sent events: one message per open or taken alarm, the event {@code whole}, then one message per
 * change, and {@code beat} with the server's time every ten seconds. Whoever comes back gets the whole state again.
 */
@Path("alarms/live")
@RequestScoped
public class LiveAlarmsResource {
    private static final Jsonb JSON = JsonbBuilder.create();

    private final LiveAlarms live;
    private final StreamWriters writers;
    private final Clock clock;

    @Inject
    public LiveAlarmsResource(LiveAlarms live, StreamWriters writers, Clock clock) {
        this.live = live;
        this.writers = writers;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(@Context SseEventSink sink, @Context Sse sse) {
        AlarmStream stream = new AlarmStream(sink, sse, writers::begin, JSON::toJson, clock);
        stream.begin(live.listen(stream));
    }
}
