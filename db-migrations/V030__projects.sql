-- Projects, who is in them, what each role may, and who is invited.

CREATE TABLE project (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL,
    name VARCHAR(200) NOT NULL,
    two_factor_required BOOLEAN NOT NULL,
    administrators INT NOT NULL COMMENT 'how many members are administrators; counted here so that two who leave at once meet on one row',
    opened_at DATETIME(6) NOT NULL,
    opened_by UUID NOT NULL,
    version BIGINT NOT NULL,
    KEY project_of_organisation (organisation_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_swedish_ci;

CREATE TABLE project_role (
    project_id UUID NOT NULL,
    role VARCHAR(16) CHARACTER SET ascii NOT NULL COMMENT 'ADMINISTRATOR EDITOR MEMBER SUBCONTRACTOR',
    permissions VARCHAR(500) CHARACTER SET ascii NOT NULL COMMENT 'names of projects.Permission, comma between; read and written as a whole',
    version BIGINT NOT NULL,
    PRIMARY KEY (project_id, role),
    CONSTRAINT role_of_project FOREIGN KEY (project_id) REFERENCES project (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE project_party (
    id UUID NOT NULL PRIMARY KEY,
    project_id UUID NOT NULL,
    name VARCHAR(200) NOT NULL COMMENT 'the company that a member works for in this project',
    UNIQUE KEY party_name (project_id, name),
    CONSTRAINT party_of_project FOREIGN KEY (project_id) REFERENCES project (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_swedish_ci;

CREATE TABLE project_member (
    id UUID NOT NULL PRIMARY KEY,
    project_id UUID NOT NULL,
    person_id UUID NOT NULL,
    role VARCHAR(16) CHARACTER SET ascii NOT NULL,
    party_id UUID NULL,
    joined_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE KEY member_once (project_id, person_id),
    KEY memberships_of_person (person_id, project_id),
    CONSTRAINT member_has_role FOREIGN KEY (project_id, role) REFERENCES project_role (project_id, role),
    CONSTRAINT member_of_party FOREIGN KEY (party_id) REFERENCES project_party (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE project_invitation (
    id UUID NOT NULL PRIMARY KEY,
    project_id UUID NOT NULL,
    email VARCHAR(254) NOT NULL,
    open_email VARCHAR(254) NULL COMMENT 'the address while the invitation waits, else null: one waiting invitation per address',
    role VARCHAR(16) CHARACTER SET ascii NOT NULL,
    party_id UUID NULL,
    token_fingerprint VARBINARY(64) NOT NULL COMMENT 'keyed hash of the 128-bit token; the token itself is only in the letter',
    invited_by UUID NOT NULL,
    invited_by_name VARCHAR(200) NOT NULL,
    invited_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    accepted_at DATETIME(6) NULL,
    accepted_by UUID NULL,
    revoked_at DATETIME(6) NULL,
    version BIGINT NOT NULL,
    UNIQUE KEY invitation_token (token_fingerprint),
    UNIQUE KEY invitation_once_per_address (project_id, open_email),
    KEY invitations_of_project (project_id, id),
    CONSTRAINT invitation_to_role FOREIGN KEY (project_id, role) REFERENCES project_role (project_id, role),
    CONSTRAINT invitation_for_party FOREIGN KEY (party_id) REFERENCES project_party (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_swedish_ci;
