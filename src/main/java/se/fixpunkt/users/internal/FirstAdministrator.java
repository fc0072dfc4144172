package se.fixpunkt.users.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first organisation and its main administrator while the database holds nobody. On every later start, and on
 * a node that lost the race, nothing happens.
 */
@ApplicationScoped
class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    private final Founding founding;
    private final Optional<String> organisation;
    private final Optional<String> email;
    private final Optional<String> password;

    @Inject
    FirstAdministrator(
            Founding founding,
            @ConfigProperty(name = "FIXPUNKT_FIRST_ORGANISATION") Optional<String> organisation,
            @ConfigProperty(name = "FIXPUNKT_FIRST_ADMINISTRATOR") Optional<String> email,
            @ConfigProperty(name = "FIXPUNKT_FIRST_PASSWORD") Optional<String> password) {
        this.founding = founding;
        this.organisation = organisation;
        this.email = email;
        this.password = password;
    }

    /** After the schema, before anything that serves. */
    void begin(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) @Initialized(ApplicationScoped.class)
                    Object started) {
        if (organisation.isEmpty() || email.isEmpty() || password.isEmpty()) {
            return;
        }
        if (founding.found(organisation.get(), email.get(), password.get())) {
            LOG.info("The first organisation and its main administrator were made");
        }
    }
}
