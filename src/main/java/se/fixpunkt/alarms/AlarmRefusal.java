package se.fixpunkt.alarms;

import se.fixpunkt.shared.Rejection;

/** What alarm reception says no to. */
@SuppressWarnings("serial")
public abstract sealed class AlarmRefusal extends Rejection
        permits AlarmAlreadyTaken,
                AlarmAlreadyClosed,
                AlarmNotInYourHands,
                DeviceIdentityTaken,
                DeviceHasOpenAlarms,
                DeviceGroupNameTaken,
                DeviceGroupHasDevices,
                UnreadableWorkbook,
                DeviceImportRefused {
    AlarmRefusal(Kind kind) {
        super(kind);
    }
}
