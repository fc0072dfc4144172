-- What an organisation has changed in the tables of event codes; what it has not is as it is delivered.
CREATE TABLE event_code (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    list VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'sia cid scaip-device scaip-status',
    code VARCHAR(8) CHARACTER SET ascii NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'ALARM RESTORAL TEST INFORMATION',
    about VARCHAR(32) CHARACTER SET ascii NOT NULL,
    priority TINYINT NOT NULL COMMENT '1 most urgent .. 9',
    changed_at DATETIME(6) NOT NULL,
    UNIQUE KEY event_code_of_organisation (organisation_id, list, code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Where the device says that it happened, WGS 84.
ALTER TABLE device_signal
    ADD COLUMN latitude DECIMAL(8, 6) NULL,
    ADD COLUMN longitude DECIMAL(9, 6) NULL;

-- A key that the device was given and has not used yet; until then the old one holds too.
ALTER TABLE device ADD COLUMN sealed_next_key VARBINARY(512) NULL COMMENT 'AES-256-GCM, see shared.Vault';
