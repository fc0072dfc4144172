package se.fixpunkt.alarms.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import se.fixpunkt.shared.InvalidValue;

/** Puts each refused value's words under its field. */
final class FieldProblem {
    private FieldProblem() {}

    /** @param form the client id of the form, whose fields are called as in the contract */
    static void show(String form, InvalidValue refused) {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (InvalidValue.Fault fault : refused.faults()) {
            String key = "alarms.field." + fault.field() + "." + fault.reason();
            String text = faces.getApplication().evaluateExpressionGet(faces, "#{msg['" + key + "']}", String.class);
            faces.addMessage(form + ":" + fault.field(), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
        faces.validationFailed();
    }
}
