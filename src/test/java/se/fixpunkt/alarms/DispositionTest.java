package se.fixpunkt.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.shared.InvalidValue;

class DispositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"handled", "Åtgärdat", "fel adress", "false_alarm", "kod 7"})
    void takesTheCentresOwnWords(String word) {
        assertEquals(word.toLowerCase(java.util.Locale.ROOT), new Disposition(word).word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<b>", "-x", "abcdefghijklmnopqrstuvwxyzabcdefg"})
    void refusesWhatIsNoWord(String word) {
        assertThrows(InvalidValue.class, () -> new Disposition(word));
    }

    @Test
    void refusesNone() {
        assertThrows(InvalidValue.class, () -> new Disposition(null));
    }
}
