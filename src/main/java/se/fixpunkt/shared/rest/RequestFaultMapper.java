package se.fixpunkt.shared.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What Jakarta REST itself refuses (no such path, wrong method, wrong type), as problem+json. */
@Provider
public class RequestFaultMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException fault) {
        Response answer = fault.getResponse();
        String problem = answer.getStatusInfo()
                .getReasonPhrase()
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
        return Problem.of(answer.getStatus(), problem);
    }
}
