package se.fixpunkt.shared.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;

/** What the server and the machine give us, made injectable by constructor. The one place with injected fields. */
@ApplicationScoped
class Platform {

    @Produces
    @PersistenceContext(unitName = "fixpunkt")
    EntityManager entityManager;

    @Produces
    @Resource(lookup = "java:app/jdbc/fixpunkt")
    DataSource dataSource;

    @Produces
    @Resource
    ManagedExecutorService executor;

    /** Typed, because it is an executor too and would make injecting one ambiguous. */
    @Produces
    @Typed(ManagedScheduledExecutorService.class)
    @Resource
    ManagedScheduledExecutorService timer;

    @Produces
    @Resource
    ManagedThreadFactory threads;

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
