-- The journal: one row per domain event, written in the event's own commit, never changed afterwards.
-- The id is a UUID of version 7, so the primary key is the order of time and a page of the newest rows is a short range.

CREATE TABLE journal (
    id UUID NOT NULL PRIMARY KEY,
    at DATETIME(6) NOT NULL,
    node VARCHAR(64) NOT NULL COMMENT 'which server wrote it',
    kind VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'the event''s name, e.g. AlarmTaken',
    subject_kind VARCHAR(32) CHARACTER SET ascii NOT NULL,
    subject_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    project_id UUID NULL,
    actor_id UUID NULL COMMENT 'null: the system itself, or somebody who is not signed in',
    actor_name VARCHAR(200) NOT NULL,
    address VARCHAR(64) NOT NULL,
    before_values MEDIUMTEXT NOT NULL COMMENT 'JSON object, keys in order',
    after_values MEDIUMTEXT NOT NULL COMMENT 'JSON object, keys in order',
    KEY journal_of_scope (organisation_id, project_id, id),
    KEY journal_of_project (project_id, id),
    KEY journal_of_subject (subject_id, id),
    KEY journal_of_actor (actor_id, id),
    KEY journal_of_kind (kind, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_swedish_ci;
