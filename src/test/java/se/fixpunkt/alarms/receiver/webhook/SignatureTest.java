package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.domain.Bytes;

class SignatureTest {
    private static final Bytes KEY = Bytes.utf8("hemlig-nyckel");
    private static final Bytes BODY = Bytes.utf8("{\"kind\":\"alarm\"}");
    private static final Instant SIGNED = Instant.ofEpochSecond(1_790_000_000);

    /** Calculated by {@code printf '1790000000.{"kind":"alarm"}' | openssl dgst -sha256 -hmac hemlig-nyckel}. */
    private static final String KNOWN = "9bd32d1f1ec9ac2d6d5c209722e4e56aec59dbb205438efa13aa494dd5448599";

    @Test
    void isAKnownHmac() {
        assertEquals(
                Optional.of(KNOWN),
                read("t=1790000000,v1=" + KNOWN).genuine(BODY, KEY).map(Bytes::hex));
    }

    @Test
    void isGenuineInCapitalsWithBlanksAndBesideOthers() {
        String wrong = "0".repeat(64);
        assertTrue(read("t=1790000000, v0=x, v1=" + wrong + ", v1=" + KNOWN.toUpperCase(java.util.Locale.ROOT))
                .genuine(BODY, KEY)
                .isPresent());
    }

    @Test
    void holdsForOneKeyOneBodyAndOneTime() {
        Signature signature = read("t=1790000000,v1=" + KNOWN);
        assertTrue(signature.genuine(BODY, Bytes.utf8("hemlig-nyckeL")).isEmpty());
        assertTrue(signature.genuine(Bytes.utf8("{\"kind\":\"alarm\"} "), KEY).isEmpty());
        assertTrue(read("t=1790000001,v1=" + KNOWN).genuine(BODY, KEY).isEmpty());
        assertTrue(read("t=01790000000,v1=" + KNOWN).genuine(BODY, KEY).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1790000000",
                "v1=aa",
                "t=1790000000,v1=",
                "t=1790000000,v1=zz",
                "t=-1,v1=@",
                "t=1790000000,t=1790000000,v1=@",
                "t=9999999999999999999,v1=@",
                "t=1790000000;v1=@",
                "t=1790000000,v1=@,v1=@,v1=@,v1=@,v1=@"
            })
    void anotherFormIsNone(String header) {
        assertTrue(Signature.read(header.replace("@", KNOWN)).isEmpty());
    }

    @Test
    void aLongHeaderIsNone() {
        assertTrue(Signature.read("t=1,v1=" + KNOWN + ",x=" + "y".repeat(1000)).isEmpty());
    }

    @Test
    void isBelievedForFiveMinutesEitherWay() {
        Signature signature = read("t=1790000000,v1=" + KNOWN);
        assertTrue(signature.isBelieved(SIGNED.plusSeconds(300)));
        assertTrue(signature.isBelieved(SIGNED.plusMillis(300_900)));
        assertTrue(signature.isBelieved(SIGNED.minusSeconds(300)));
        assertFalse(signature.isBelieved(SIGNED.plusSeconds(301)));
        assertFalse(signature.isBelieved(SIGNED.minusSeconds(301)));
        assertFalse(read("t=999999999999,v1=" + KNOWN).isBelieved(SIGNED));
        assertFalse(read("t=0,v1=" + KNOWN).isBelieved(SIGNED));
    }

    private static Signature read(String header) {
        return Signature.read(header).orElseThrow();
    }
}
