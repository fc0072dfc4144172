package se.fixpunkt.shared.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.fixpunkt.shared.Rejection;

/** A refusal as problem+json. */
@Provider
public class RejectionMapper implements ExceptionMapper<Rejection> {
    @Override
    public Response toResponse(Rejection rejection) {
        return Problem.of(rejection);
    }
}
