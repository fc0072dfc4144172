package se.fixpunkt.alarms.receiver.dc09;

import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.SignalKind;

/** What an event code stands for. */
record Meaning(SignalKind kind, AlarmKind about) {
    static Meaning alarm(AlarmKind about) {
        return new Meaning(SignalKind.ALARM, about);
    }

    static Meaning restoral(AlarmKind about) {
        return new Meaning(SignalKind.RESTORAL, about);
    }

    static Meaning information(AlarmKind about) {
        return new Meaning(SignalKind.INFORMATION, about);
    }

    static Meaning test() {
        return new Meaning(SignalKind.TEST, AlarmKind.TEST);
    }
}
