package se.fixpunkt.shared.faces;

import jakarta.faces.context.FacesContext;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.primefaces.csp.CspState;

/**
 * The page's nonce for scripts. PrimeFaces keeps its own in the view map, which makes an HTTP session for every page,
 * and refuses plain posts that do not carry it. Ours needs neither: a new page gets a new one, and an Ajax answer
 * repeats the one that its page has, which the request tells.
 */
class Nonce extends CspState {
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FacesContext faces;
    private String value;

    Nonce(FacesContext faces) {
        super(faces);
        this.faces = faces;
    }

    @Override
    public String getNonce() {
        if (value == null) {
            value = faces.getPartialViewContext().isAjaxRequest() ? told() : fresh();
        }
        return value;
    }

    /** Only what we could have made: it is written into scripts. */
    private String told() {
        String told = faces.getExternalContext().getRequestParameterMap().get("primefaces.nonce");
        return told != null && OURS.matcher(told).matches() ? told : fresh();
    }

    private static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
