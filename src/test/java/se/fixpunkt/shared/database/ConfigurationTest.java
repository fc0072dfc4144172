package se.fixpunkt.shared.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "FIXPUNKT_DB_URL", "jdbc:mariadb://db/fixpunkt",
            "FIXPUNKT_DB_USER", "fixpunkt",
            "FIXPUNKT_DB_PASSWORD", "",
            "FIXPUNKT_SECRET_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "FIXPUNKT_SECRET_KEY_FACES", "AAAAAAAAAAAAAAAAAAAAAA==",
            "FIXPUNKT_BASE_URL", "https://fixpunkt.example",
            "FIXPUNKT_MAIL_HOST", "mail.example",
            "FIXPUNKT_MAIL_FROM", "fixpunkt@example.test");

    @Test
    void aCompleteEnvironmentHasNoFaults() {
        assertEquals(Optional.empty(), Configuration.faults(COMPLETE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FIXPUNKT_DB_URL",
                "FIXPUNKT_DB_USER",
                "FIXPUNKT_DB_PASSWORD",
                "FIXPUNKT_SECRET_KEY",
                "FIXPUNKT_SECRET_KEY_FACES",
                "FIXPUNKT_BASE_URL",
                "FIXPUNKT_MAIL_HOST",
                "FIXPUNKT_MAIL_FROM"
            })
    void aMissingVariableIsNamed(String name) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.remove(name);
        assertTrue(faults(environment).startsWith(name + " is missing"), faults(environment));
    }

    @ParameterizedTest
    @CsvSource({
        "FIXPUNKT_DB_URL,jdbc:postgresql://db/x",
        "FIXPUNKT_SECRET_KEY,tooshort",
        "FIXPUNKT_SECRET_KEY,'not base64 at all, but long enough'",
        "FIXPUNKT_SECRET_KEY_FACES,AAAA",
        "FIXPUNKT_SECRET_KEY_OLD,tooshort",
        "FIXPUNKT_SECRET_KEY_LOOKUP,tooshort",
        "FIXPUNKT_BASE_URL,fixpunkt.example",
        "FIXPUNKT_BASE_URL,ftp://fixpunkt.example",
        "FIXPUNKT_MAIL_FROM,nobody",
        "FIXPUNKT_MAIL_TLS,maybe",
        "FIXPUNKT_SIP_PORT,65536",
        "FIXPUNKT_DC09_PORT,five",
        "FIXPUNKT_SOSACCESS_PORT,-1",
        "FIXPUNKT_SIP_TLS_PORT,70000",
        "FIXPUNKT_TLS_CLIENTS,perhaps"
    })
    void aWrongValueIsNamedByItsVariableButNeverRepeated(String name, String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(name, value);
        assertTrue(faults(environment).startsWith(name + " must be"), faults(environment));
        assertFalse(faults(environment).contains(value), faults(environment));
    }

    @Test
    void anOldKeyWantsTheLookupKeyToBeSaid() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("FIXPUNKT_SECRET_KEY_OLD", COMPLETE.get("FIXPUNKT_SECRET_KEY"));
        assertTrue(faults(environment).startsWith("FIXPUNKT_SECRET_KEY_LOOKUP is missing"), faults(environment));
        environment.put("FIXPUNKT_SECRET_KEY_LOOKUP", COMPLETE.get("FIXPUNKT_SECRET_KEY"));
        assertEquals(Optional.empty(), Configuration.faults(environment));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertEquals(8, faults(Map.of()).split(";").length);
    }

    private static String faults(Map<String, String> environment) {
        return Configuration.faults(environment).orElseThrow();
    }
}
