package se.fixpunkt.users.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.PersonName;

class PersonSealTest {
    private final PersonSeal seal = new PersonSeal(new PaperVault());
    private final UUID asa = PersonId.next().value();
    private final UUID bo = PersonId.next().value();

    @Test
    void allSpellingsOfAnAddressHaveOneHash() {
        byte[] hash = seal.hash(new EmailAddress("Åsa@test.test"));

        assertArrayEquals(hash, seal.hash(new EmailAddress("åsa@TEST.test")));
        assertArrayEquals(hash, seal.hash(new EmailAddress("A\u030asa@test.test")));
        assertFalse(Arrays.equals(hash, seal.hash(new EmailAddress("asa@test.test"))));
    }

    @Test
    void givesAddressAndNameBackAsTheyWereWritten() {
        EmailAddress email = new EmailAddress("Åsa.Öberg@Test.test");

        assertEquals(email, seal.email(seal.seal(email, asa), asa));
        assertEquals("Åsa Öberg", seal.name(seal.seal(new PersonName("Åsa Öberg"), asa), asa));
    }

    @Test
    void opensAValueInItsOwnRowAndColumnOnly() {
        byte[] name = seal.seal(new PersonName("asa@test.test"), asa);

        assertThrows(IllegalStateException.class, () -> seal.name(name, bo));
        assertThrows(IllegalStateException.class, () -> seal.email(name, asa));
    }
}
