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
import java.util.Locale;
import se.fixpunkt.alarms.AlarmWords;
import se.fixpunkt.alarms.LiveAlarms;
import se.fixpunkt.shared.rest.Reader;

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
    private final AlarmWords words;
    private final Reader reader;
    private final Clock clock;

    @Inject
    public LiveAlarmsResource(LiveAlarms live, StreamWriters writers, AlarmWords words, Reader reader, Clock clock) {
        this.live = live;
        this.writers = writers;
        this.words = words;
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(@Context SseEventSink sink, @Context Sse sse) {
        // Asked for now: the stream is written when the request is gone.
        Locale language = reader.language();
        AlarmStream stream =
                new AlarmStream(sink, sse, writers::begin, JSON::toJson, alarm -> words.of(alarm, language), clock);
        stream.begin(live.listen(stream));
    }
}
