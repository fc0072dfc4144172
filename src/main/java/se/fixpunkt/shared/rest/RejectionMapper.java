package se.fixpunkt.shared.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import se.fixpunkt.shared.Rejection;
import se.fixpunkt.shared.Texts;

/** A refusal as problem+json, with its words for people in the language that the page or the client speaks. */
@Provider
@ApplicationScoped
public class RejectionMapper implements ExceptionMapper<Rejection> {
    private final Texts texts;
    private final Reader reader;

    @Inject
    public RejectionMapper(Texts texts, Reader reader) {
        this.texts = texts;
        this.reader = reader;
    }

    @Override
    public Response toResponse(Rejection rejection) {
        String key = "rejection." + rejection.problem();
        return Problem.of(rejection, texts.has(key) ? words(texts.text(reader.language(), key), rejection) : null);
    }

    private static String words(String text, Rejection rejection) {
        String filled = text;
        for (Map.Entry<String, ?> detail : rejection.details().entrySet()) {
            filled = filled.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return filled;
    }
}
