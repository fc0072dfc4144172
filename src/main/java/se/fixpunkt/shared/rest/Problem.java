package se.fixpunkt.shared.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.shared.Rejection;

/** RFC 9457 problem+json: a stable type, the status, and the refusal's own data beside them. */
public final class Problem {
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");
    private static final String TYPE = "urn:fixpunkt:problem:";

    private Problem() {}

    public static Response of(Rejection rejection) {
        return of(rejection, null);
    }

    /** @param detail what to do about it, in the reader's language; null when nobody has said */
    public static Response of(Rejection rejection, String detail) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (detail != null) {
            details.put("detail", detail);
        }
        rejection.details().forEach(details::putIfAbsent);
        Response.ResponseBuilder response = response(rejection.kind().status(), rejection.problem(), details);
        Object wait = rejection.details().get("retryAfter");
        return (wait == null ? response : response.header("Retry-After", wait)).build();
    }

    /** A problem that is not a refusal: a malformed request, a fault of ours. */
    public static Response of(int status, String problem) {
        return response(status, problem, Map.of()).build();
    }

    /** The body alone, for those who write outside of Jakarta REST. */
    public static Map<String, Object> body(int status, String problem, Map<String, ?> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPE + problem);
        body.put("title", problem.replace('-', ' '));
        body.put("status", status);
        details.forEach(body::putIfAbsent);
        return body;
    }

    private static Response.ResponseBuilder response(int status, String problem, Map<String, ?> details) {
        return Response.status(status).type(MEDIA_TYPE).entity(body(status, problem, details));
    }
}
