-- Who and where a device belongs to, who may see it, and until when it is on test or out of service.
ALTER TABLE device
    ADD COLUMN group_id UUID NULL,
    ADD COLUMN sealed_record MEDIUMBLOB NULL COMMENT 'person or site, address, position, instructions, contacts: AES-256-GCM, see shared.Vault',
    ADD COLUMN second_receiver VARCHAR(200) NULL,
    ADD COLUMN on_test_until DATETIME(6) NULL,
    ADD COLUMN out_of_service_until DATETIME(6) NULL,
    ADD COLUMN alarm_limit INT NULL COMMENT 'alarms of one kind in a minute before the screen is spared; none: the usual limit',
    ADD KEY device_of_group (group_id, id);

-- What a sealed record is found by: keyed hashes of the words of names and of telephone numbers.
CREATE TABLE device_word (
    word BINARY(32) NOT NULL,
    device_id UUID NOT NULL,
    PRIMARY KEY (word, device_id),
    KEY word_of_device (device_id)
) ENGINE = InnoDB;

CREATE TABLE device_group (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    name VARCHAR(100) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY group_name (organisation_id, name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who sees a group's devices without a right to the whole register.
CREATE TABLE device_group_member (
    group_id UUID NOT NULL,
    person_id UUID NOT NULL,
    PRIMARY KEY (group_id, person_id),
    KEY groups_of_person (person_id)
) ENGINE = InnoDB;

-- Identities that called and are not in the register, so that they can be adopted. Bounded: the oldest are swept out.
CREATE TABLE unknown_sender (
    protocol VARCHAR(16) CHARACTER SET ascii NOT NULL,
    identity VARCHAR(64) NOT NULL,
    first_at DATETIME(6) NOT NULL,
    last_at DATETIME(6) NOT NULL,
    last_peer VARCHAR(64) NOT NULL,
    verdict VARCHAR(64) NOT NULL,
    messages BIGINT NOT NULL,
    PRIMARY KEY (protocol, identity),
    KEY unknown_newest (last_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
