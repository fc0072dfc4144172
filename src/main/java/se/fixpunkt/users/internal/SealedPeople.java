package se.fixpunkt.users.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import se.fixpunkt.shared.SealedColumn;

/** Names the sealed columns of people, for the day that the sealing key changes. */
@ApplicationScoped
class SealedPeople {
    private static final String TABLE = "person";

    @Produces
    @Dependent
    SealedColumn emails() {
        return new SealedColumn(TABLE, "sealed_email", PersonSeal.EMAIL);
    }

    @Produces
    @Dependent
    SealedColumn names() {
        return new SealedColumn(TABLE, "sealed_name", PersonSeal.NAME);
    }
}
