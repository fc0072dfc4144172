-- Organisations, their people and what those may do outside projects. People are never deleted: the journal speaks of them.

CREATE TABLE organisation (
    id UUID NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    email VARCHAR(254) NOT NULL COMMENT 'as its owner writes it',
    email_key VARCHAR(254) COLLATE utf8mb4_bin NOT NULL COMMENT 'lower case, NFC',
    name VARCHAR(200) NOT NULL,
    language VARCHAR(16) CHARACTER SET ascii NOT NULL,
    active BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE KEY person_email (email_key),
    KEY person_of_organisation (organisation_id, email_key),
    CONSTRAINT person_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE person_right (
    person_id UUID NOT NULL,
    right_name VARCHAR(32) CHARACTER SET ascii NOT NULL,
    PRIMARY KEY (person_id, right_name),
    CONSTRAINT right_of_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- At most one row: which organisation the first start founded. Two nodes that start together cannot both insert it.
CREATE TABLE first_organisation (
    only_one TINYINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
    organisation_id UUID NOT NULL,
    created_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
