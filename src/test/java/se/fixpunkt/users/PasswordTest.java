package se.fixpunkt.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PasswordTest {

    @Test
    void isNeverPrinted() {
        assertEquals("••••", new Password("korrekt häst").toString());
    }

    @Test
    void isTheSameOnKeyboardsThatComposeDifferently() {
        assertEquals(new Password("h\u00e4st").reveal(), new Password("ha\u0308st").reveal());
    }

    @Test
    void isOtherwiseUntouched() {
        assertEquals("  Två blanka  ", new Password("  Två blanka  ").reveal());
    }
}
