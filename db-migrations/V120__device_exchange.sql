-- The conversation log anew. One row is what came and what was answered to it, so that a message costs one row; and a device's rows
-- lie side by side, so that its year is read in one go, whatever everybody else has said meanwhile. No other index: each would be
-- paid for at every message. device_communication is emptied into it little by little.
CREATE TABLE device_exchange (
    device_id UUID NOT NULL COMMENT 'all zeros: nobody in the register',
    at DATETIME(6) NOT NULL COMMENT 'when it came; of what was only sent, when it was sent',
    id UUID NOT NULL,
    protocol VARCHAR(16) CHARACTER SET ascii NOT NULL,
    identity VARCHAR(64) NULL,
    node VARCHAR(64) NOT NULL COMMENT 'which server group spoke with it; empty when that was not noted',
    direction VARCHAR(3) CHARACTER SET ascii NOT NULL COMMENT 'in: raw came from the device; out: raw is what we sent',
    kind VARCHAR(16) CHARACTER SET ascii NULL COMMENT 'of the signal; null when it made none',
    peer VARCHAR(64) CHARACTER SET ascii NOT NULL,
    raw MEDIUMBLOB NOT NULL,
    decoded LONGTEXT NULL,
    verdict VARCHAR(64) CHARACTER SET ascii NOT NULL,
    answers MEDIUMBLOB NULL COMMENT 'what we answered: again and again a length in four bytes and so many bytes',
    commit_id UUID NULL COMMENT 'intake_commit; null when nothing waited for the commit',
    PRIMARY KEY (device_id, at, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- When a commit that receipts waited for was through. Known only afterwards, so it is written with a later one.
CREATE TABLE intake_commit (
    id UUID NOT NULL PRIMARY KEY,
    at DATETIME(6) NOT NULL,
    node VARCHAR(64) NOT NULL,
    messages INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
