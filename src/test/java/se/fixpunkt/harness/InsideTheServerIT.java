package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.users.Directory;

@ExtendWith(ArquillianExtension.class)
class InsideTheServerIT {
    @Inject
    private Directory directory;

    @Deployment
    static WebArchive war() {
        return InsideTheServer.with(InsideTheServerIT.class);
    }

    @Test
    void reachesAFrontDoorAndTheDatabaseBehindIt() {
        assertTrue(directory.organisation(OrganisationId.next()).isEmpty());
    }
}
