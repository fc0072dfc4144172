-- One row per piece of work that only one node may do at a time. A holder that dies is overtaken when its time is out.
-- The migrator makes this table itself, because it needs the lease before the first migration runs.
CREATE TABLE IF NOT EXISTS node_lease (
    name VARCHAR(64) CHARACTER SET ascii NOT NULL PRIMARY KEY,
    holder VARCHAR(64) NOT NULL,
    expires_at DATETIME(6) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
