package se.fixpunkt.shared.internal;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Refuses the start before any bean lives when the environment is not what Fixpunkt needs. */
public class StartUp implements Extension {
    void refuseWrongEnvironment(@Observes BeforeBeanDiscovery discovery) {
        Configuration.check(System.getenv());
    }
}
