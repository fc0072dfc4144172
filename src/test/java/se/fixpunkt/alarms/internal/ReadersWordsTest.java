package se.fixpunkt.alarms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixpunkt.alarms.Alarm;
import se.fixpunkt.alarms.AlarmId;
import se.fixpunkt.alarms.AlarmNote;
import se.fixpunkt.alarms.AlarmState;
import se.fixpunkt.alarms.OwnTexts;
import se.fixpunkt.shared.OrganisationId;
import se.fixpunkt.shared.Texts;
import se.fixpunkt.shared.TimeOrderedId;

class ReadersWordsTest {
    private static final Texts BUNDLES = new Bundles();
    private final ReadersWords words = new ReadersWords(
            BUNDLES, produced(ReceptionTexts.TEXTS, new OwnTexts(List.of("operations.concern.node-silent"))));

    static Stream<String> ownTexts() {
        return ReceptionTexts.TEXTS.keys().stream();
    }

    @ParameterizedTest
    @MethodSource("ownTexts")
    void everyTextOfReceptionIsKnownAgain(String key) {
        String stored = BUNDLES.format(Texts.SWEDISH, key, "17", "40", "192.0.2.0/24");
        String shown = BUNDLES.format(Texts.ENGLISH, key, "17", "40", "192.0.2.0/24");
        assertEquals(shown, words.of(alarm("system", stored), Texts.ENGLISH));
        assertEquals(stored, words.of(alarm("system", stored), Texts.SWEDISH));
    }

    @Test
    void anAlarmOfAnotherContextIsKnownAgainByTheTextsThatItProduced() {
        assertEquals(
                "The node b has been silent for 42 seconds.",
                words.of(alarm("system", "Noden b har varit tyst i 42 sekunder."), Texts.ENGLISH));
    }

    @Test
    void whatADeviceSaidIsNobodysToTranslate() {
        assertEquals("Enheten hörs igen.", words.of(alarm("fall", "Enheten hörs igen."), Texts.ENGLISH));
        assertEquals("Fire alarm · FA0001 ri1", words.of(alarm("fire", "Brandlarm · FA0001 ri1"), Texts.ENGLISH));
    }

    @Test
    void ofANoteOfFixpunktTheListOfDevicesStays() {
        assertEquals(
                "Silent, 2 of them:\nArmband 1\nAlla hörs igen.",
                words.of(note("Fixpunkt", "Tysta, 2 st:\nArmband 1\nAlla hörs igen."), Texts.ENGLISH));
        assertEquals("Alla hörs igen.", words.of(note("Bo Ek", "Alla hörs igen."), Texts.ENGLISH));
    }

    @Test
    void aTextOfAnOlderReleaseIsShownAsItIsStored() {
        assertEquals("Tyst sedan i går.", words.of(alarm("silence", "Tyst sedan i går."), Texts.ENGLISH));
    }

    private static AlarmNote note(String author, String text) {
        return new AlarmNote(TimeOrderedId.next(), Instant.EPOCH, author, text);
    }

    private static Alarm alarm(String kind, String text) {
        return new Alarm(
                AlarmId.next(),
                OrganisationId.next(),
                null,
                null,
                "Fixpunkt",
                null,
                kind,
                5,
                AlarmState.OPEN,
                text,
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                1);
    }

    @SuppressWarnings("unchecked")
    private static Instance<OwnTexts> produced(OwnTexts... texts) {
        return (Instance<OwnTexts>) Proxy.newProxyInstance(
                ReadersWordsTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, values) -> Stream.of(texts));
    }

    /** The bundles as they are packed. */
    private static final class Bundles implements Texts {
        @Override
        public boolean has(String key) {
            return bundle(SWEDISH, key).containsKey(key);
        }

        @Override
        public String text(Locale language, String key) {
            return Objects.requireNonNull(bundle(language, key).getProperty(key), key);
        }

        @Override
        public String format(Locale language, String key, Object... values) {
            return new MessageFormat(text(language, key), language).format(values);
        }

        private static Properties bundle(Locale language, String key) {
            String file = "/se/fixpunkt/" + key.substring(0, key.indexOf('.')) + "/messages_" + language.getLanguage()
                    + ".properties";
            Properties properties = new Properties();
            try (InputStreamReader text =
                    new InputStreamReader(ReadersWordsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                properties.load(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return properties;
        }
    }
}
