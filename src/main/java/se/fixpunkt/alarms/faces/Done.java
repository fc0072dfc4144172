package se.fixpunkt.alarms.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Says on the next page that it went well. */
final class Done {
    private Done() {}

    /** @param key of the text in the bundles */
    static void tell(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = faces.getApplication().evaluateExpressionGet(faces, "#{msg['" + key + "']}", String.class);
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    }
}
