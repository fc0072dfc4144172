package se.fixpunkt.architecture.violators.archive.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An adapter without a fault. */
@Path("papers")
public class PaperResource {
    @GET
    public String title() {
        return "";
    }
}
