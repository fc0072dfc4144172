package se.fixpunkt.alarms.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.FrameCheck;
import se.fixpunkt.alarms.FrameCheck.Question;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.InvalidValue;

/** Explains a pasted message; nothing is stored. */
@Path("frame-check")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FrameCheckResource {
    private final FrameCheck frames;

    @Inject
    public FrameCheckResource(FrameCheck frames) {
        this.frames = frames;
    }

    /** See {@link Question}; all but {@code frame} may be missing. */
    public record Asked(String frame, String protocol, String device, String key) {
        /** Never the key. */
        @Override
        public String toString() {
            return "a frame";
        }
    }

    /** @param raw base64 */
    public record AnswerJson(String raw, String text) {
        static AnswerJson of(Bytes answer) {
            return new AnswerJson(
                    Base64.getEncoder().encodeToString(answer.toArray()), answer.text(StandardCharsets.UTF_8));
        }
    }

    /** @param code a stable word */
    public record FindingJson(String code, boolean wrong, List<String> values) {}

    /** One field of the message. */
    public record FieldJson(String name, String value) {}

    /** @param protocol null when it is none that we speak */
    @JsonbNillable
    public record ExplainedJson(
            String protocol,
            int length,
            String verdict,
            List<FieldJson> fields,
            List<FindingJson> findings,
            List<AnswerJson> answers) {
        static ExplainedJson of(Explained explained) {
            return new ExplainedJson(
                    explained.protocol() == null ? null : explained.protocol().wire(),
                    explained.length(),
                    explained.verdict(),
                    explained.fields().stream()
                            .map(field -> new FieldJson(field.name(), field.value()))
                            .toList(),
                    explained.findings().stream()
                            .map(finding -> new FindingJson(finding.code(), finding.wrong(), finding.values()))
                            .toList(),
                    explained.answers().stream().map(AnswerJson::of).toList());
        }
    }

    @POST
    public ExplainedJson check(Asked asked) {
        Asked given = Given.body(asked);
        Protocol protocol = given.protocol() == null || given.protocol().isBlank()
                ? null
                : Protocol.of(given.protocol()).orElseThrow(() -> new InvalidValue("protocol", "unknown"));
        return ExplainedJson.of(frames.check(new Question(given.frame(), protocol, given.device(), given.key())));
    }
}
