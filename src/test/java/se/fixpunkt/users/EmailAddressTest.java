package se.fixpunkt.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.shared.InvalidValue;

class EmailAddressTest {

    @Test
    void keepsItsOwnersSpelling() {
        assertEquals("Ida.Sund@Bygg.se", new EmailAddress(" Ida.Sund@Bygg.se ").value());
    }

    @Test
    void isTheSameInUpperAndLowerCase() {
        assertEquals(new EmailAddress("ida@bygg.se").key(), new EmailAddress("IDA@BYGG.SE").key());
    }

    @Test
    void isTheSameHoweverAnAccentIsComposed() {
        assertEquals(new EmailAddress("andr\u00e9@bygg.se").key(), new EmailAddress("andre\u0301@bygg.se").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ida",
                "ida@",
                "@bygg.se",
                "ida@bygg@se",
                "ida sund@bygg.se",
                "ida@bygg.se\nBcc: a@b.se",
                "a@b.se,c@d.se",
                "<ida@bygg.se>",
                "ida@bygg.se;ola@bygg.se"
            })
    void refusesWhatIsNotOneAddress(String typed) {
        assertThrows(InvalidValue.class, () -> new EmailAddress(typed));
    }

    @Test
    void refusesWhatIsTooLongForMail() {
        assertThrows(InvalidValue.class, () -> new EmailAddress("a@" + "b".repeat(253)));
    }
}
