package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.fixpunkt.alarms.Communication;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.Page;

/**
 * A device's conversation, every byte of it; {@code text}, {@code kind}, {@code verdict}, {@code peer} and {@code direction} choose.
 * {@code newest=true} begins with the newest.
 */
@Path("devices/{id}/communication")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommunicationResource {
    private final Communication communication;

    @Inject
    public CommunicationResource(Communication communication) {
        this.communication = communication;
    }

    @GET
    public PageJson<TransmissionJson> conversation(
            @PathParam("id") String id,
            @BeanParam SearchParameters search,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        return PageJson.of(
                communication.conversation(new DeviceId(Given.id(id)), search.search(), after, Page.limit(limit)),
                TransmissionJson::of);
    }

    /** @param format csv, jsonl or dump, see {@link ConversationExport} */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(
            @PathParam("id") String id, @BeanParam SearchParameters search, @QueryParam("format") String format) {
        DeviceId device = new DeviceId(Given.id(id));
        return new ConversationExport(
                        after -> communication.conversation(device, search.search(), after, Page.MAX_LIMIT),
                        noted -> communication.export(device, search.search(), noted))
                .as(format);
    }
}
