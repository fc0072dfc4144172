package se.fixpunkt.shared.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnConnectionTest {
    private static final String LIMITS = "connectTimeout=1000&socketTimeout=1000&retriesAllDown=1";

    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://db/fixpunkt, jdbc:mariadb://db/fixpunkt?",
        "jdbc:mariadb://db/fixpunkt?timezone=UTC, jdbc:mariadb://db/fixpunkt?timezone=UTC&",
        "jdbc:mariadb://db/x?connectTimeout=3000&socketTimeout=30000&timezone=UTC, jdbc:mariadb://db/x?timezone=UTC&",
        "jdbc:mariadb://db/x?timezone=UTC&socketTimeout=30000, jdbc:mariadb://db/x?timezone=UTC&",
        "jdbc:mariadb://db/x?socketTimeout=30000, jdbc:mariadb://db/x?"
    })
    void putsItsOwnLimitsInPlaceOfTheUrls(String url, String beginning) {
        assertEquals(beginning + LIMITS, OwnConnection.patient(url, Duration.ofSeconds(1)));
    }
}
