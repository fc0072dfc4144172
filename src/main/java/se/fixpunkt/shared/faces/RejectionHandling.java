package se.fixpunkt.shared.faces;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import se.fixpunkt.shared.Rejection;

/**
 * Turns a refusal into what the person needs: a message on the page that was posted, the sign-in or code page when that
 * is what is missing, or the fitting error page when the page itself may not be shown.
 */
public class RejectionHandling extends ExceptionHandlerFactory {
    private static final String SIGN_IN = "/signin/sign-in";
    private static final String CODE = "/signin/code";

    public RejectionHandling(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() throws FacesException {
            FacesContext faces = FacesContext.getCurrentInstance();
            Iterator<ExceptionQueuedEvent> events =
                    getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                ExceptionQueuedEvent event = events.next();
                Optional<Rejection> rejection = rejectionIn(event.getContext().getException());
                if (rejection.isPresent()) {
                    events.remove();
                    answer(faces, rejection.get(), event.getContext().getPhaseId());
                }
            }
            getWrapped().handle();
        }

        private static Optional<Rejection> rejectionIn(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Rejection rejection) {
                    return Optional.of(rejection);
                }
            }
            return Optional.empty();
        }

        private static void answer(FacesContext faces, Rejection rejection, PhaseId phase) {
            try {
                if (rejection.kind() == Rejection.Kind.NOT_SIGNED_IN) {
                    redirect(faces, SIGN_IN);
                } else if ("second-factor-needed".equals(rejection.problem())) {
                    redirect(faces, CODE);
                } else if (faces.isPostback() && phase != PhaseId.RENDER_RESPONSE) {
                    String text = RejectionText.of(rejection);
                    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
                    faces.validationFailed();
                    faces.renderResponse();
                } else {
                    faces.getExternalContext()
                            .responseSendError(rejection.kind().status(), rejection.problem());
                    faces.responseComplete();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void redirect(FacesContext faces, String page) throws IOException {
            ExternalContext external = faces.getExternalContext();
            String query = (String) external.getRequestMap().get("jakarta.servlet.forward.query_string");
            String path = (String) external.getRequestMap().get("jakarta.servlet.forward.request_uri");
            if (path == null) {
                path = external.getRequestServletPath();
                query = ((jakarta.servlet.http.HttpServletRequest) external.getRequest()).getQueryString();
            }
            String here = query == null ? path : path + "?" + query;
            external.redirect(
                    external.getRequestContextPath() + page + "?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
            faces.responseComplete();
        }
    }
}
