package se.fixpunkt.alarms.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.Transmission;

class ExportedLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "-1",
                "+46",
                "@SUM(A1)",
                ";=1+1",
                "text;=HYPERLINK(A1);",
                "a;;@SUM(A1)",
                "a; =1+1",
                "a;\"=1+1",
                "a\t=1+1",
                "a\r\n=1+1",
                "a\n+1",
                "\t=1+1",
                "\"=1+1\""
            })
    void noSpreadsheetFindsAFormulaWhateverItDividesAt(String hostile) {
        String line = ExportedLine.csv(line(hostile, hostile));
        for (String separator : new String[] {",", ";", "\t"}) {
            for (String row : line.split("\r|\n", -1)) {
                for (String cell : row.split(separator, -1)) {
                    String bare = cell.replace("\"", "").strip();
                    assertTrue(bare.isEmpty() || "=+-@".indexOf(bare.charAt(0)) < 0, line);
                }
            }
        }
    }

    @Test
    void textStaysReadable() {
        assertTrue(ExportedLine.csv(line("1234", "a = b; c-d, \"e\"")).contains(",\"a = b; c-d, \"\"e\"\"\","));
        assertTrue(ExportedLine.csv(line(";=1+1", "x;=HYPERLINK(A1);")).contains(",;'=1+1,"));
        assertEquals(
                "2026-01-02T03:04:05Z,in,192.0.2.1:1,a,dc09,1234,,stored,,2,\"x: 1\ny: 2\",3031\r\n",
                ExportedLine.csv(line("1234", "x: 1\ny: 2")));
    }

    private static Transmission line(String identity, String decoded) {
        return new Transmission(
                "1",
                new UUID(0, 1),
                null,
                "dc09",
                identity,
                Instant.parse("2026-01-02T03:04:05Z"),
                true,
                "192.0.2.1:1",
                "a",
                null,
                new byte[] {0x30, 0x31},
                decoded,
                "stored",
                null);
    }
}
