package se.fixpunkt.alarms.receiver.scaip;

import static java.util.Map.entry;

import java.util.Map;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.SignalKind;

/** What a device type ({@code dty}) and a status code ({@code stc}) stand for, SS 91100. */
final class ScaipCodes {
    private static final Map<String, AlarmKind> DEVICES = Map.ofEntries(
            entry("0003", AlarmKind.PERSONAL),
            entry("0004", AlarmKind.PERSONAL),
            entry("0005", AlarmKind.FALL),
            entry("0007", AlarmKind.PANIC),
            entry("0010", AlarmKind.INACTIVITY),
            entry("0011", AlarmKind.MEDICINE),
            entry("0012", AlarmKind.BED),
            entry("0014", AlarmKind.DOOR),
            entry("0015", AlarmKind.WANDERING),
            entry("0017", AlarmKind.EPILEPSY),
            entry("0023", AlarmKind.FIRE),
            entry("0026", AlarmKind.GAS),
            entry("0041", AlarmKind.POWER),
            entry("0045", AlarmKind.PERSONAL),
            entry("0048", AlarmKind.PERSONAL));

    /** Codes that say what the message is about, whatever device it came from. */
    private static final Map<String, AlarmKind> ABOUT = Map.ofEntries(
            entry("0014", AlarmKind.BATTERY),
            entry("0016", AlarmKind.BATTERY),
            entry("0023", AlarmKind.COMMUNICATION),
            entry("0024", AlarmKind.COMMUNICATION),
            entry("0042", AlarmKind.FAULT),
            entry("0067", AlarmKind.FAULT),
            entry("0085", AlarmKind.POWER),
            entry("0086", AlarmKind.POWER),
            entry("0102", AlarmKind.TEST),
            entry("0103", AlarmKind.TEST),
            entry("0110", AlarmKind.ASSISTANCE),
            entry("0111", AlarmKind.ASSISTANCE),
            entry("0112", AlarmKind.COMMUNICATION),
            entry("0113", AlarmKind.COMMUNICATION),
            entry("0123", AlarmKind.COMMUNICATION),
            entry("0124", AlarmKind.COMMUNICATION),
            entry("0125", AlarmKind.TAMPER));

    private ScaipCodes() {}

    static AlarmKind about(Mrq mrq) {
        if (mrq.type() == Mrq.Type.PI) {
            return AlarmKind.TEST;
        }
        AlarmKind byDevice = DEVICES.getOrDefault(mrq.deviceType(), AlarmKind.OTHER);
        return ABOUT.getOrDefault(mrq.statusCode(), byDevice);
    }

    static SignalKind kind(Mrq mrq) {
        return switch (mrq.type()) {
            case PI -> SignalKind.HEARTBEAT;
            case RE -> SignalKind.RESTORAL;
            case IN -> isTest(mrq) ? SignalKind.TEST : SignalKind.INFORMATION;
            case ME -> ofMessage(mrq);
        };
    }

    private static SignalKind ofMessage(Mrq mrq) {
        if (isTest(mrq)) {
            return SignalKind.TEST;
        }
        return switch (mrq.statusCode()) {
            // cancel, normal, power restored, reset, intervention complete, paths re-established
            case "0019", "0070", "0086", "0092", "0093", "0111", "0112", "0113", "0124" -> SignalKind.RESTORAL;
            default -> SignalKind.ALARM;
        };
    }

    private static boolean isTest(Mrq mrq) {
        return mrq.statusCode().equals("0102") || mrq.statusCode().equals("0103");
    }
}
