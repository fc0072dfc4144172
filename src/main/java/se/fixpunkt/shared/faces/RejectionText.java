package se.fixpunkt.shared.faces;

import jakarta.faces.context.FacesContext;
import java.util.Map;
import se.fixpunkt.shared.Rejection;

/** A refusal's words for people: the bundle's {@code rejection.<problem>}, with the refusal's data in {@code {name}}. */
final class RejectionText {
    private RejectionText() {}

    static String of(Rejection rejection) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = faces.getApplication()
                .evaluateExpressionGet(faces, "#{msg['rejection." + rejection.problem() + "']}", String.class);
        for (Map.Entry<String, ?> detail : rejection.details().entrySet()) {
            text = text.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return text;
    }
}
