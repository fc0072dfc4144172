package se.fixpunkt.audit.rest;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import se.fixpunkt.audit.Journal;
import se.fixpunkt.audit.Journal.Following;
import se.fixpunkt.audit.JournalFilter;
import se.fixpunkt.audit.JournalLine;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.TimeOrderedId;

/** What happened, afterwards and live. */
@Path("journal")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JournalResource {
    /** The browser comes back at once and asks the gate again, so a permission that is taken away bites within this time. */
    private static final long STREAM_SECONDS = 30;

    private static final long RECONNECT_MILLIS = 500;

    private final Journal journal;
    private final ManagedExecutorService executor;

    @Inject
    public JournalResource(Journal journal, ManagedExecutorService executor) {
        this.journal = journal;
        this.executor = executor;
    }

    @GET
    public Page<JournalEntry> find(
            @QueryParam("project") String project,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("kind") String kind,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("text") String text,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        JournalFilter filter = JournalFilter.of(project, subject, actor, kind, from, to, text);
        return journal.find(filter, after, Page.limit(limit)).map(JournalEntry::of);
    }

    /**
     * New lines that fit, as events named {@code line}. Resumes after {@code Last-Event-ID}, or {@code seen} the first time;
     * lines around that one may come again.
     */
    @GET
    @Path("live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void live(
            @QueryParam("project") String project,
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("kind") String kind,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("text") String text,
            @QueryParam("seen") String seen,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse) {
        JournalFilter filter = JournalFilter.of(project, subject, actor, kind, from, to, text);
        Following following =
                journal.follow(filter, id(lastEventId == null ? seen : lastEventId), line -> send(line, sink, sse));
        sink.send(sse.newEventBuilder()
                .id(TimeOrderedId.next().toString())
                .reconnectDelay(RECONNECT_MILLIS)
                .comment("live")
                .build());
        CompletableFuture.delayedExecutor(STREAM_SECONDS, TimeUnit.SECONDS, executor)
                .execute(() -> {
                    following.close();
                    sink.close();
                });
    }

    private static void send(JournalLine line, SseEventSink sink, Sse sse) {
        if (!sink.isClosed()) {
            sink.send(sse.newEventBuilder()
                    .id(line.id().toString())
                    .name("line")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(JournalEntry.class, JournalEntry.of(line))
                    .build());
        }
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
