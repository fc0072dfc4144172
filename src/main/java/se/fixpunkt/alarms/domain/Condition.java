package se.fixpunkt.alarms.domain;

import se.fixpunkt.alarms.DeviceCondition;
import se.fixpunkt.alarms.Fitness;

/**
 * What a signal says of the device itself, whatever protocol it came in: SCAIP status 0014, 0016, 0085, Contact ID 301, 302,
 * SIA {@code AT}, {@code YT} and the like are alarms about mains, battery or link, and their restorals the opposite.
 */
public final class Condition {
    private Condition() {}

    public static DeviceCondition after(DeviceCondition was, Signal signal) {
        Fitness fitness =
                switch (signal.kind()) {
                    case ALARM -> Fitness.FAILING;
                    case RESTORAL -> Fitness.WELL;
                    case HEARTBEAT, TEST, INFORMATION -> null;
                };
        if (fitness == null) {
            return was;
        }
        return switch (signal.about()) {
            case BATTERY -> new DeviceCondition(fitness, was.mains(), was.link(), was.silentSince());
            case POWER -> new DeviceCondition(was.battery(), fitness, was.link(), was.silentSince());
            case COMMUNICATION -> new DeviceCondition(was.battery(), was.mains(), fitness, was.silentSince());
            default -> was;
        };
    }
}
