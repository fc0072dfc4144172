package se.fixpunkt.shared.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PreferenceFilterTest {

    @Test
    void leadsBackToTheSamePageWithTheSameQuestion() {
        assertEquals(
                "/bills/bill?id=7&code=CBB",
                PreferenceFilter.withoutLanguage("/bills/bill", "id=7&language=en&code=CBB"));
        assertEquals("/bills/list", PreferenceFilter.withoutLanguage("/bills/list", "language=sv"));
    }

    @Test
    void neverLeadsToAnotherSite() {
        assertEquals("/evil.example/x", PreferenceFilter.withoutLanguage("//evil.example/x", "language=en"));
        assertEquals("/evil.example", PreferenceFilter.withoutLanguage("/\\evil.example", "language=en"));
    }
}
