package se.fixpunkt.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.fixpunkt.shared.InvalidValue;

class JournalFilterTest {
    private static final UUID THING = UUID.fromString("019cc6a0-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void blankWordsLeaveEverythingOpen() {
        assertEquals(JournalFilter.EVERYTHING, JournalFilter.of("", " ", null, "", null, "", "  "));
    }

    @Test
    void takesAnIdOrAWordForThingAndPerson() {
        JournalFilter byId = JournalFilter.of(null, THING.toString(), THING.toString(), null, null, null, null);
        assertEquals(THING, byId.subject());
        assertEquals(THING, byId.actor());
        assertNull(byId.subjectKind());
        JournalFilter byWord = JournalFilter.of(null, "bill", "Ida", null, null, null, null);
        assertEquals("bill", byWord.subjectKind());
        assertEquals("Ida", byWord.actorName());
        assertNull(byWord.subject());
    }

    @Test
    void kindIsWrittenEitherWay() {
        assertEquals("AlarmTaken", kind("AlarmTaken").kind());
        assertEquals("AlarmTaken", kind("alarm-taken").kind());
        assertEquals("Alarm", kind("-alarm-").kind());
    }

    @Test
    void refusesAProjectThatIsNoIdAndATimeThatIsNone() {
        assertThrows(InvalidValue.class, () -> JournalFilter.of("all", null, null, null, null, null, null));
        assertThrows(InvalidValue.class, () -> JournalFilter.of(null, null, null, null, "monday", null, null));
    }

    @Test
    void timeIsFromInclusiveToExclusive() {
        assertTrue(
                between("2026-03-02T09:00:00+01:00", "2026-03-02T08:00:00.001Z").fits(line()));
        assertFalse(between("2026-03-02T07:00:00Z", "2026-03-02T08:00:00Z").fits(line()));
        assertFalse(between("2026-03-02T08:00:00.001Z", null).fits(line()));
    }

    @Test
    void textIsFoundInNamesKindsAndValuesWhateverTheCase() {
        for (String text : new String[] {"IDA", "taken", "storgatan", "ÖPPEN"}) {
            assertTrue(
                    JournalFilter.of(null, null, null, null, null, null, text).fits(line()), text);
        }
        assertFalse(
                JournalFilter.of(null, null, null, null, null, null, "nowhere").fits(line()));
    }

    @Test
    void refusesATimeThatNoDatabaseKnows() {
        assertThrows(InvalidValue.class, () -> between("-999999999-01-01T00:00:00Z", null));
        assertThrows(InvalidValue.class, () -> between(null, "+999999999-01-01T00:00:00Z"));
    }

    private static JournalFilter kind(String kind) {
        return JournalFilter.of(null, null, null, kind, null, null, null);
    }

    private static JournalFilter between(String from, String to) {
        return JournalFilter.of(null, null, null, null, from, to, null);
    }

    private static JournalLine line() {
        return new JournalLine(
                THING,
                AT,
                "nord-1",
                "AlarmTaken",
                "alarm",
                THING,
                THING,
                null,
                null,
                "Ida Sund",
                "192.0.2.1",
                "{\"state\":\"öppen\"}",
                "{\"address\":\"Storgatan 4\"}");
    }
}
