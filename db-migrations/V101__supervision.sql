-- How a device is, apart from its entry in the register: written whenever it is heard, so the row is small and nobody's
-- change of the register meets it. device.last_heard_at and last_address are not written any more.
CREATE TABLE device_state (
    device_id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    last_heard_at DATETIME(6) NULL COMMENT 'to within a tenth of the supervision interval, at most ten seconds',
    last_address VARCHAR(64) NULL,
    network VARCHAR(64) NULL COMMENT 'of that address: /24 or /48',
    watched_seconds INT NULL COMMENT 'the supervision interval',
    paused_until DATETIME(6) NULL COMMENT 'on test or out of service: silence is no failure',
    due_at DATETIME(6) NULL COMMENT 'not heard by then it is silent; none while not supervised, or silent already',
    silent_since DATETIME(6) NULL,
    silent_alarm UUID NULL COMMENT 'its own, or the one of its whole network',
    battery VARCHAR(8) CHARACTER SET ascii NULL COMMENT 'WELL FAILING',
    mains VARCHAR(8) CHARACTER SET ascii NULL,
    link VARCHAR(8) CHARACTER SET ascii NULL,
    KEY state_due (due_at),
    KEY state_of_organisation (organisation_id, watched_seconds),
    KEY state_silent (silent_alarm)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO device_state (device_id, organisation_id, last_heard_at, last_address, watched_seconds, due_at)
SELECT id, organisation_id, last_heard_at, last_address, supervision_seconds,
    TIMESTAMPADD(SECOND, supervision_seconds + LEAST(supervision_seconds DIV 10, 10), UTC_TIMESTAMP(6))
FROM device;

-- Whether anybody listened: devices cannot be blamed for the time when nobody did.
CREATE TABLE reception_watch (
    id TINYINT NOT NULL PRIMARY KEY,
    listening_since DATETIME(6) NOT NULL,
    seen_at DATETIME(6) NOT NULL
) ENGINE = InnoDB;

INSERT INTO reception_watch (id, listening_since, seen_at) VALUES (1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));

ALTER TABLE alarm
    ADD COLUMN restored_at DATETIME(6) NULL COMMENT 'what it tells of is over; an operator closes it',
    ADD COLUMN repeats INT NOT NULL DEFAULT 0 COMMENT 'alarms that are counted on this one',
    ADD COLUMN counted_on UUID NULL COMMENT 'the alarm in the queue that this one of a flood is counted on';

ALTER TABLE device_signal ADD COLUMN on_test BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'came while the device was on test';
