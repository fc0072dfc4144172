package se.fixpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    @Test
    void theCursorIsTheLastKeptItemsWhenThereIsMore() {
        Page<Integer> page = Page.of(List.of(1, 2, 3), 2, String::valueOf);
        assertEquals(List.of(1, 2), page.items());
        assertEquals("2", page.next());
    }

    @Test
    void theLastPageHasNoCursor() {
        assertNull(Page.of(List.of(1, 2), 2, String::valueOf).next());
        assertNull(Page.of(List.<Integer>of(), 2, String::valueOf).next());
    }

    @ParameterizedTest
    @CsvSource({",50", "0,50", "-1,50", "7,7", "500,500", "501,500"})
    void aLimitStaysWithinBounds(Integer asked, int given) {
        assertEquals(given, Page.limit(asked));
    }
}
