package se.fixpunkt.alarms;

import java.util.List;

/** Devices that call and are in no register. Takes {@code MANAGE_DEVICES} or {@code READ_COMMUNICATION}. */
public interface UnknownSenders {

    /** Those heard last, the newest first; a registered one is not among them any more. */
    List<UnknownSender> newest(int limit);
}
