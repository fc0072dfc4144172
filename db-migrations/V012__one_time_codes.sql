-- One row per challenge; a code sent again replaces the one before it.

CREATE TABLE one_time_code (
    challenge_id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL,
    fingerprint BINARY(32) NOT NULL COMMENT 'keyed hash, see shared.Vault',
    sent_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    sendings INT NOT NULL,
    tries INT NOT NULL,
    used_at DATETIME(6) NULL,
    KEY code_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What one account has spent in its hour, over all its challenges.
CREATE TABLE one_time_code_budget (
    person_id UUID NOT NULL PRIMARY KEY,
    hour_ends_at DATETIME(6) NOT NULL,
    tries INT NOT NULL,
    sendings INT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
