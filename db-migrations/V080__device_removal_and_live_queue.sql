-- A device that has left the register still owns its conversation and its alarms.
CREATE TABLE removed_device (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    protocol VARCHAR(16) CHARACTER SET ascii NOT NULL,
    identity VARCHAR(64) NOT NULL,
    name VARCHAR(200) NOT NULL,
    removed_at DATETIME(6) NOT NULL,
    removed_by UUID NOT NULL,
    KEY removed_device_of_organisation (organisation_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The live queue asks several times a second which alarms are not closed and in what version: from the index alone.
ALTER TABLE alarm ADD KEY alarm_live (organisation_id, state, version);

-- Closed and all alarms, newest first.
ALTER TABLE alarm ADD KEY alarm_history (organisation_id, received_at, id);
