package se.fixpunkt.bills.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void theParentsAreThePrefixes() {
        assertEquals(List.of("C", "CB", "CBB", "CBB.1", "CBB.11"), parents("CBB.111"));
        assertEquals(List.of(), parents("C"));
        assertEquals(5, new Code("CBB.111").depth());
        assertEquals(new Code("C"), new Code("CBB.111").main());
    }

    @Test
    void aNumberedCodeHasWholeNumbersAsParents() {
        assertEquals(List.of("10", "10.2"), parents("10.2.15"));
        assertEquals(new Code("10"), new Code("10.2.15").main());
    }

    @Test
    void aCodeIsWithinItselfAndItsParentsOnly() {
        assertTrue(new Code("CBB.111").within(new Code("CBB.1")));
        assertTrue(new Code("CBB").within(new Code("CBB")));
        assertFalse(new Code("CBB").within(new Code("CBB.1")));
        assertFalse(new Code("10").within(new Code("1")));
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThrows(IllegalArgumentException.class, () -> new Code(" \u00A0"));
        assertThrows(IllegalArgumentException.class, () -> new Code("x".repeat(65)));
    }

    @Property
    void theDepthIsTheNumberOfParentsAndEachHoldsTheCode(@ForAll String text) {
        String clean = CleanText.line(text);
        Assume.that(!clean.isEmpty() && clean.length() <= Code.MAX_LENGTH);
        Code code = new Code(text);
        assertEquals(code.depth(), code.parents().size());
        assertEquals(code.parent(), code.parents().stream().reduce((first, second) -> second));
        assertTrue(code.parents().stream().allMatch(code::within));
    }

    @Property
    void cleaningTwiceChangesNothing(@ForAll String text) {
        assertEquals(CleanText.of(text), CleanText.of(CleanText.of(text)));
        assertEquals(CleanText.line(text), CleanText.line(CleanText.line(text)));
    }

    private static List<String> parents(String code) {
        return new Code(code).parents().stream().map(Code::value).toList();
    }
}
