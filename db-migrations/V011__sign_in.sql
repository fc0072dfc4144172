-- Passwords, sessions and the attempts that lead to one. No secret is stored: tokens and codes only as hashes.

CREATE TABLE person_password (
    person_id UUID NOT NULL PRIMARY KEY,
    hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id, PHC string',
    changed_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row per browser session, access token or personal access token; read at every request.
CREATE TABLE sign_in_session (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BINARY(32) NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'BROWSER ACCESS PERSONAL',
    person_id UUID NOT NULL,
    name VARCHAR(100) NULL COMMENT 'what its owner calls a personal access token',
    second_factor BOOLEAN NOT NULL,
    address VARCHAR(64) CHARACTER SET ascii NOT NULL,
    agent VARCHAR(200) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    seen_at DATETIME(6) NOT NULL COMMENT 'to the minute',
    idle_at DATETIME(6) NOT NULL COMMENT 'ends unless seen before',
    expires_at DATETIME(6) NOT NULL COMMENT 'ends whatever happens',
    ended_at DATETIME(6) NULL,
    UNIQUE KEY session_token (token_hash),
    KEY session_of_person (person_id, ended_at, expires_at),
    KEY session_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Between the right password and the right code; or between a session and the second factor that a project demands of it.
CREATE TABLE sign_in_attempt (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BINARY(32) NOT NULL,
    person_id UUID NOT NULL,
    session_id UUID NULL COMMENT 'the session to be confirmed; none while signing in',
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    spent_at DATETIME(6) NULL,
    UNIQUE KEY attempt_token (token_hash),
    KEY attempt_of_session (session_id),
    KEY attempt_expiry (expires_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Failed passwords per account and address, per account, and per address, counted before the password is looked at.
CREATE TABLE sign_in_throttle (
    subject BINARY(32) NOT NULL PRIMARY KEY COMMENT 'keyed hash of what is counted',
    tries INT NOT NULL,
    window_ends_at DATETIME(6) NOT NULL,
    KEY throttle_window (window_ends_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
