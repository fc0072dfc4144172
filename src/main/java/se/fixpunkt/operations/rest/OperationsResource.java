package se.fixpunkt.operations.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import se.fixpunkt.operations.Operations;

/** How the installation is doing. */
@Path("operations/status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
    private final Operations operations;

    @Inject
    public OperationsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    public StatusJson status() {
        return StatusJson.of(operations.status());
    }
}
