package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import se.fixpunkt.alarms.UnknownSender;
import se.fixpunkt.alarms.UnknownSenders;
import se.fixpunkt.shared.Page;

/** Devices that call and are in no register, the newest first. */
@Path("unknown-senders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnknownSendersResource {
    private final UnknownSenders senders;

    @Inject
    public UnknownSendersResource(UnknownSenders senders) {
        this.senders = senders;
    }

    /** One of them in the contract's form. */
    public record SenderJson(
            String protocol,
            String identity,
            Instant firstAt,
            Instant lastAt,
            String lastPeer,
            String verdict,
            long messages) {
        static SenderJson of(UnknownSender sender) {
            return new SenderJson(
                    sender.identity().protocol().wire(),
                    sender.identity().value(),
                    sender.firstAt(),
                    sender.lastAt(),
                    sender.lastPeer(),
                    sender.verdict(),
                    sender.messages());
        }
    }

    @GET
    public PageJson<SenderJson> list(@QueryParam("limit") Integer limit) {
        return PageJson.of(new Page<>(senders.newest(Page.limit(limit)), null), SenderJson::of);
    }
}
