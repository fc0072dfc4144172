package se.fixpunkt.users.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.NewPerson;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;
import se.fixpunkt.users.Right;

class StoredPersonTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final PersonSeal seal = new PersonSeal(new PaperVault());
    private final PersonId id = PersonId.next();
    private final StoredPerson stored = new StoredPerson(
            id,
            OrganisationId.next(),
            new NewPerson(
                    new EmailAddress("Ida@test.test"),
                    new PersonName("Ida Öst"),
                    Language.SWEDISH,
                    Set.of(Right.OPEN_PROJECTS)),
            seal,
            NOW);

    @Test
    void isSeenAsAdded() {
        Person seen = stored.seen(seal);

        assertEquals(id, seen.id());
        assertEquals("Ida@test.test", seen.email().value());
        assertEquals("Ida Öst", seen.name());
        assertEquals(Set.of(Right.OPEN_PROJECTS), seen.rights());
    }

    @Test
    void isSeenUnderTheNewNameWithTheOldAddress() {
        stored.rename(new PersonName("Ida Väst"), seal);

        assertEquals("Ida Väst", stored.seen(seal).name());
        assertEquals("Ida Väst", stored.name(seal));
        assertEquals("Ida@test.test", stored.seen(seal).email().value());
    }
}
