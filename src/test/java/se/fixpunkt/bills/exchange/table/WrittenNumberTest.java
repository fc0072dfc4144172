package se.fixpunkt.bills.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "371 700|371700",
                "371\u00A0700|371700",
                "371\u2009700|371700",
                "371\u202F700|371700",
                "1 234,50|1234.50",
                "1 234.50|1234.50",
                "1.234,50|1234.50",
                "1,234.50|1234.50",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "1'234'567,5|1234567.5",
                "6,66|6.66",
                "6.66|6.66",
                "1,234|1.234",
                "−5|-5",
                "- 5,25|-5.25",
                "–5|-5",
                "+7|7",
                ",5|0.5",
                "100 kr|100",
                "100:-|100",
                "1 234,- |1234",
                "99,90 SEK|99.90",
                "12 kronor|12",
                "007|7"
            })
    void readsNumbersAsPeopleWriteThem(String text, String value) {
        assertEquals(new BigDecimal(value), WrittenNumber.parse(text).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "Infinity",
                "∞",
                "1 23",
                "12 34",
                "1,2,3",
                "1.2.3",
                "1.234,567,8",
                "5 %",
                "(5)",
                "5-",
                "ca 5",
                "1/2",
                "0x1F",
                "5 m3",
                "١٢",
                "1e",
                "--5",
                "5,",
                "=1+1",
                "kr"
            })
    void refusesWhatIsNoNumber(String text) {
        assertEquals("number-malformed", refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E5", "1e5", "1,5E+3", "2.5e-7"})
    void refusesExponents(String text) {
        assertEquals("number-exponent", refusal(text));
    }

    @Test
    void aLonePointBeforeThreeDigitsIsUnsure() {
        assertTrue(WrittenNumber.parse("1.234").unsure());
        assertEquals(new BigDecimal("1.234"), WrittenNumber.parse("1.234").value());
    }

    @Property
    void swedishWritingReadsBackExactly(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(6) BigDecimal value) {
        String written = String.format(Locale.forLanguageTag("sv-SE"), "%,.6f", value);
        assertEquals(0, value.compareTo(WrittenNumber.parse(written).value()));
    }

    @Property
    void whateverIsGivenIsANumberOrARefusal(@ForAll("numberish") String text) {
        try {
            WrittenNumber.parse(text);
        } catch (NotANumber e) {
            assertTrue(e.problem().startsWith("number-"));
        }
    }

    @Provide
    Arbitrary<String> numberish() {
        return Arbitraries.strings()
                .withChars("0123456789 .,-'\u2009\u2212eEkr:")
                .ofMaxLength(70);
    }

    private static String refusal(String text) {
        return assertThrows(NotANumber.class, () -> WrittenNumber.parse(text)).problem();
    }
}
