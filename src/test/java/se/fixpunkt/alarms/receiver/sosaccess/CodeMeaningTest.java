package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

class CodeMeaningTest {

    @ParameterizedTest
    @CsvSource({
        "FA,false,ALARM,FIRE",
        "fa,false,ALARM,FIRE",
        "FA,true,RESTORAL,FIRE",
        "BA0012,false,ALARM,BURGLARY",
        "HA,false,ALARM,PANIC",
        "QA,false,ALARM,PERSONAL",
        "YT,false,ALARM,BATTERY",
        "RP,false,TEST,TEST",
        "CL,false,INFORMATION,OPENING",
        "FAN,false,ALARM,OTHER",
        "4711,false,ALARM,OTHER",
        "4711,true,RESTORAL,OTHER"
    })
    void everyCodeMeansSomething(String code, boolean restores, SignalKind kind, AlarmKind about) {
        assertEquals(new EventMeaning(kind, about), CodeMeaning.of(code, restores, EventCodes.USUAL));
    }
}
