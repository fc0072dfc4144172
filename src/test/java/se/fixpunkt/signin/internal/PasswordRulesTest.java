package se.fixpunkt.signin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.PasswordRefused.Reason;
import se.fixpunkt.users.Person;

class PasswordRulesTest {
    private static final Person IDA = new Person(
            PersonId.next(),
            OrganisationId.next(),
            new EmailAddress("ida.sundberg@vagbygget.se"),
            "Ida Sundberg",
            Set.of(),
            Language.SWEDISH,
            true,
            1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixpunkt-demo",
                "fixpunkt-tested-here",
                "korrekt häst batteri häftstift",
                "Gräv där du står!",
                "xK7-pQ2-vM9-",
                "            en mellanslagsälskare"
            })
    void takesWhatIsHardToGuess(String password) {
        assertEquals(Optional.empty(), PasswordRules.fault(password, IDA));
    }

    @Test
    void refusesElevenCharacters() {
        assertEquals(Optional.of(Reason.TOO_SHORT), PasswordRules.fault("grävmaskinX", IDA));
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertEquals(Optional.of(Reason.TOO_SHORT), PasswordRules.fault("😀😁😂🤣😃😄😅😆😉😊😋", IDA));
    }

    @Test
    void refusesWhatIsLongerThanAnybodyTypes() {
        assertEquals(Optional.of(Reason.TOO_LONG), PasswordRules.fault("abcdefghij ".repeat(30), IDA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd!!!!",
                "lösenord2026",
                "passwordpassword",
                "Sommar2026!!",
                "123456789012",
                "aaaaaaaaaaaa",
                "121212121212",
                "abababababab",
                "qwertyuiopas",
                "qwertyuiopåa",
                "1qaz2wsx3edc",
                "Stockholm123",
                "administrator"
            })
    void refusesWhatGuessingProgramsTryFirst(String password) {
        assertEquals(Optional.of(Reason.TOO_COMMON), PasswordRules.fault(password, IDA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sundberg2026", "idaidasundberg", "vagbygget.se1", "ida.sundberg1", "IdaSundberg77"})
    void refusesLittleElseThanTheOwnName(String password) {
        assertEquals(Optional.of(Reason.TOO_PERSONAL), PasswordRules.fault(password, IDA));
    }
}
