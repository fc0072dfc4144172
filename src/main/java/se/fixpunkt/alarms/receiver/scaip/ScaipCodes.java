package se.fixpunkt.alarms.receiver.scaip;

import java.util.Optional;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.SignalKind;

/** What a request stands for: its message type, its status code ({@code stc}) and its device type ({@code dty}). */
final class ScaipCodes {
    private ScaipCodes() {}

    static EventMeaning meaning(Mrq mrq, EventCodes codes) {
        if (mrq.type() == Mrq.Type.PI) {
            return new EventMeaning(SignalKind.HEARTBEAT, AlarmKind.TEST);
        }
        EventMeaning device = codes.meaning(CodeList.SCAIP_DEVICE, mrq.deviceType());
        Optional<EventMeaning> status = codes.listed(CodeList.SCAIP_STATUS, mrq.statusCode());
        // a status such as "cancelled" says nothing of what it is about; the device does
        EventMeaning about =
                status.filter(told -> told.about() != AlarmKind.OTHER).orElse(device);
        return new EventMeaning(kind(mrq.type(), status.orElse(device).kind()), about.about(), about.priority());
    }

    private static SignalKind kind(Mrq.Type type, SignalKind told) {
        return switch (type) {
            case PI -> SignalKind.HEARTBEAT;
            case RE -> SignalKind.RESTORAL;
            case IN -> told == SignalKind.TEST ? SignalKind.TEST : SignalKind.INFORMATION;
            case ME -> told;
        };
    }
}
