package se.fixpunkt.operations.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import se.fixpunkt.operations.Operations;

/** How the installation is doing. */
@Path("operations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
    private final Operations operations;

    @Inject
    public OperationsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("status")
    public StatusJson status() {
        return StatusJson.of(operations.status());
    }

    /** Begins within seconds; the status tells how it goes. */
    @POST
    @Path("comparisons")
    public Response compareCopies() {
        operations.compareCopies();
        return Response.accepted().build();
    }
}
