package se.fixpunkt.shared.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import org.primefaces.csp.CspState;

/** Gives PrimeFaces our {@link Nonce} before it makes its own. Ordered before PrimeFaces in META-INF/faces-config.xml. */
public class NonceContextFactory extends FacesContextFactory {

    public NonceContextFactory(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        FacesContext faces = getWrapped().getFacesContext(context, request, response, lifecycle);
        faces.getAttributes().put(CspState.class.getName(), new Nonce(faces));
        return faces;
    }
}
