package se.fixpunkt.shared.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.fixpunkt.shared.Rejection;
import se.fixpunkt.shared.TimeOrderedId;

/**
 * Whatever else went wrong. A refusal that the container wrapped is still a refusal; unreadable JSON is the sender's
 * fault; the rest is ours, logged with an incident number that the answer carries instead of any detail.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Problem.of(rejection);
            }
            if (cause instanceof JsonException || cause instanceof JsonbException) {
                return Problem.of(400, "malformed-json");
            }
        }
        if (fault instanceof ProcessingException) {
            return Problem.of(400, "bad-request");
        }
        String incident = TimeOrderedId.next().toString();
        LOG.log(Level.SEVERE, fault, () -> "Incident " + incident);
        return Response.status(500)
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.body(500, "internal-error", java.util.Map.of("incident", incident)))
                .build();
    }
}
