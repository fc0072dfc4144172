-- Devices, what they sent, what we answered, and the alarms that operators handle.

CREATE TABLE device (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    protocol VARCHAR(16) CHARACTER SET ascii NOT NULL,
    identity VARCHAR(64) NOT NULL,
    name VARCHAR(200) NOT NULL,
    sealed_key VARBINARY(512) NULL COMMENT 'AES-256-GCM, see shared.Vault',
    supervision_seconds INT NULL,
    created_at DATETIME(6) NOT NULL,
    last_heard_at DATETIME(6) NULL,
    last_address VARCHAR(64) NULL,
    version BIGINT NOT NULL,
    UNIQUE KEY device_identity (protocol, identity),
    KEY device_of_organisation (organisation_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Append-only evidence of one message; repeat_key makes a repeat of the same message harmless.
CREATE TABLE device_signal (
    id UUID NOT NULL PRIMARY KEY,
    device_id UUID NULL,
    protocol VARCHAR(16) CHARACTER SET ascii NOT NULL,
    identity VARCHAR(64) NOT NULL,
    reference VARCHAR(64) NOT NULL,
    repeat_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'ALARM RESTORAL HEARTBEAT TEST INFORMATION',
    code VARCHAR(32) NULL COMMENT 'the protocol''s own event code',
    decoded LONGTEXT NOT NULL,
    raw MEDIUMBLOB NOT NULL,
    source VARCHAR(64) NOT NULL,
    raised_at DATETIME(6) NULL COMMENT 'the device''s own time',
    received_at DATETIME(6) NOT NULL,
    receipt MEDIUMBLOB NOT NULL COMMENT 'the stored answer, sent again to a repeat',
    UNIQUE KEY signal_repeat (repeat_key),
    KEY signal_of_device (device_id, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Every byte exchanged, both ways, garbage too.
CREATE TABLE device_communication (
    id UUID NOT NULL PRIMARY KEY,
    device_id UUID NULL,
    protocol VARCHAR(16) CHARACTER SET ascii NOT NULL,
    identity VARCHAR(64) NULL,
    at DATETIME(6) NOT NULL,
    direction VARCHAR(3) CHARACTER SET ascii NOT NULL COMMENT 'in out',
    peer VARCHAR(64) NOT NULL,
    raw MEDIUMBLOB NOT NULL,
    decoded LONGTEXT NULL,
    verdict VARCHAR(64) NOT NULL,
    KEY communication_of_device (device_id, at, id),
    KEY communication_at (at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE alarm (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    device_id UUID NOT NULL,
    signal_id UUID NOT NULL,
    kind VARCHAR(64) NOT NULL,
    priority TINYINT NOT NULL COMMENT '1 most urgent .. 9',
    state VARCHAR(8) CHARACTER SET ascii NOT NULL COMMENT 'OPEN TAKEN CLOSED',
    text VARCHAR(512) NOT NULL,
    raised_at DATETIME(6) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    late BOOLEAN NOT NULL,
    taken_by UUID NULL,
    taken_by_name VARCHAR(200) NULL,
    taken_at DATETIME(6) NULL,
    closed_by UUID NULL,
    closed_at DATETIME(6) NULL,
    disposition VARCHAR(32) NULL,
    closing_text VARCHAR(2000) NULL,
    changed_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE KEY alarm_of_signal (signal_id),
    KEY alarm_queue (organisation_id, state, priority, received_at),
    KEY alarm_changed (organisation_id, changed_at),
    KEY alarm_of_device (device_id, received_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE alarm_note (
    id UUID NOT NULL PRIMARY KEY,
    alarm_id UUID NOT NULL,
    at DATETIME(6) NOT NULL,
    person_id UUID NULL,
    person_name VARCHAR(200) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    KEY note_of_alarm (alarm_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
