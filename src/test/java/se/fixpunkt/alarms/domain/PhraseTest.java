package se.fixpunkt.alarms.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private final Phrase silent =
            new Phrase("{0} av {1} enheter på nätet {2} har tystnat", "On {2}, {0} of {1} devices have gone silent");

    @Test
    void whatItWasFilledInWithIsInItsPlaceInTheOtherLanguage() {
        assertEquals(
                Optional.of("On 192.0.2.0/24, 5 of 9 devices have gone silent"),
                silent.translated("5 av 9 enheter på nätet 192.0.2.0/24 har tystnat"));
    }

    @Test
    void anotherTextIsNotThisPhrase() {
        assertEquals(Optional.empty(), silent.translated("5 av 9 enheter har tystnat"));
        assertEquals(Optional.empty(), silent.translated("Elsa: 5 av 9 enheter på nätet x har tystnat?"));
    }

    @Test
    void whatItWasFilledInWithIsTakenAsItStands() {
        Phrase over = new Phrase("Fel (allt) från {0}.", "Wrong (all) from {0}, isn''t it?");
        assertEquals(
                Optional.of("Wrong (all) from {1} $1 it's, isn't it?"),
                over.translated("Fel (allt) från {1} $1 it's."));
    }

    @Test
    void aLastHoleThatWasFilledWithNothingIsKnownAgain() {
        Phrase drill = new Phrase("Övningen misslyckades. {1}", "The drill failed. {1}");
        assertEquals(Optional.of("The drill failed."), drill.translated("Övningen misslyckades."));
        assertEquals(
                Optional.of("The drill failed. rows differ"), drill.translated("Övningen misslyckades. rows differ"));
    }
}
