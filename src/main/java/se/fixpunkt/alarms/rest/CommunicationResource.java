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
import se.fixpunkt.alarms.Communication;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.shared.Page;

/** A device's conversation, every byte of it. {@code newest=true} begins with the newest. */
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
}
