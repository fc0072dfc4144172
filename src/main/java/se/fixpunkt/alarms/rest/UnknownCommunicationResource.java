package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.fixpunkt.alarms.Communication;
import se.fixpunkt.shared.Page;

/** What came from nobody in the register, and what we answered. {@code newest=true} begins with the newest. */
@Path("communication/unknown")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UnknownCommunicationResource {
    private final Communication communication;

    @Inject
    public UnknownCommunicationResource(Communication communication) {
        this.communication = communication;
    }

    @GET
    public PageJson<TransmissionJson> unknown(
            @BeanParam SearchParameters search, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        return PageJson.of(communication.unknown(search.search(), after, Page.limit(limit)), TransmissionJson::of);
    }

    /** @param format csv, jsonl or dump, see {@link ConversationExport} */
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(@BeanParam SearchParameters search, @QueryParam("format") String format) {
        return new ConversationExport(
                        after -> communication.unknown(search.search(), after, Page.MAX_LIMIT),
                        noted -> communication.export(null, search.search(), noted))
                .as(format);
    }
}
