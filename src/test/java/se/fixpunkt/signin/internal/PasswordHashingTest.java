package se.fixpunkt.signin.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private static final PasswordHashing HASHING = new PasswordHashing();

    @Test
    void usesArgon2idWithAtLeastWhatOwaspRecommends() {
        assertTrue(HASHING.hash("gräv där du står").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void saltsEachHash() {
        assertNotEquals(HASHING.hash("gräv där du står"), HASHING.hash("gräv där du står"));
    }

    @Test
    void knowsThePasswordAgain() {
        assertTrue(HASHING.matches("gräv där du står", Optional.of(HASHING.hash("gräv där du står"))));
    }

    @Test
    void refusesAnotherPassword() {
        assertFalse(HASHING.matches("gräv där jag står", Optional.of(HASHING.hash("gräv där du står"))));
    }

    @Test
    void refusesEverythingWhenThereIsNoHash() {
        assertFalse(HASHING.matches("gräv där du står", Optional.empty()));
    }

    @Test
    void isRightAlsoWhenManyAskAtOnce() {
        String hash = HASHING.hash("gräv där du står");
        List<Boolean> answers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(turn -> HASHING.matches(turn % 2 == 0 ? "gräv där du står" : "fel" + turn, Optional.of(hash)))
                .toList();
        for (int turn = 0; turn < answers.size(); turn++) {
            assertTrue(answers.get(turn) == (turn % 2 == 0), "answer " + turn);
        }
    }
}
